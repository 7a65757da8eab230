import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedUp } from '../support/access/sign-in.js';
import { openAs } from '../support/access/signed-in-page.js';
import { accessFaults, launchBrowser, openPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let browser: Browser;
let first: { staffNo: string; name: string; score: number };
beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer({ env: { PROBITY_DEMO: 'on' } }),
    launchBrowser(),
  ]);
  const { rows } = await server.json<{ rows: (typeof first)[] }>('/api/rankings?limit=1');
  [first] = rows as [typeof first];
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const milli = (text: string | null) =>
  Math.round(Number(text?.replace(/[^\d.−-]/g, '').replace('−', '-')) * 1000);

describe('a person', () => {
  it('has a waterfall whose table adds up to the total, to the thousandth', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/cadres/${first.staffNo}`);
    const total = milli(await page.locator('[data-total]').textContent());
    expect(total).toBe(Math.round(first.score * 1000));
    await page.locator('figure .drawing svg').first().waitFor();
    await page.keyboard.press('t');
    const steps = page.locator('table.waterfall tbody tr:not(.total) td:nth-of-type(1)');
    const points = (await steps.allTextContents()).map(milli);
    expect(points.length).toBeGreaterThan(2);
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(total);
    const last = page.locator('table.waterfall tr.total td').last();
    expect(milli(await last.textContent())).toBe(total);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('opens from a source to its records, their fields and their import', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/cadres/${first.staffNo}`);
    await page.getByRole('button', { name: /^Audit finding/ }).click();
    await page.waitForURL('**?source=audit-finding');
    const lines = page.getByRole('table', { name: /^Records of Audit finding/ });
    const given = await lines.locator('tbody tr td.number').allTextContents();
    const subtotal = await lines.locator('tfoot td').textContent();
    expect(given.map(milli).reduce((sum, one) => sum + one, 0)).toBe(milli(subtotal));
    await lines.locator('tbody button').first().click();
    await lines
      .getByText(/^Version \d+, counts since/)
      .first()
      .waitFor();
    await lines
      .getByRole('link', { name: /^Import \d+/ })
      .first()
      .click();
    await page.waitForURL('**/imports/*');
    await page.getByText('SHA-256').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('changed by as much as the ranking says', async () => {
    const days = 'asOf=2026-06-15&compareTo=2026-05-15';
    const { rows } = await server.json<{ rows: { staffNo: string; scoreChange: number }[] }>(
      `/api/rankings?limit=100&${days}`,
    );
    const moved = rows.find(({ scoreChange }) => Math.abs(scoreChange) > 0.1);
    const { page } = await openPage(
      browser,
      `${server.url}/cadres/${moved?.staffNo}?asOf=2026-06-15`,
    );
    const text = await page.getByText(/against a month ago \(15 May 2026\)/).textContent();
    const said = text?.match(/([+−][\d.]+) against a month ago/)?.[1] ?? '0';
    expect(milli(said)).toBe(Math.round((moved?.scoreChange ?? 0) * 1000));
    await page.context().close();
  });

  it('that nobody has says so', async () => {
    const { page } = await openPage(browser, `${server.url}/cadres/no-such-number`);
    await page.getByRole('heading', { name: /no-such-number/ }).waitFor();
    await page.waitForFunction(() => document.title.startsWith('Not found'));
    expect(await page.getByText('No obligation follows').count()).toBe(0);
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.context().close();
  });
});

describe('the units', () => {
  it('order by a column, and say so in their address', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/units`);
    await page.getByRole('button', { name: 'Overdue' }).click();
    await page.waitForURL('**/units?sort=-overdue');
    await page.locator('th[aria-sort=descending]').waitFor();
    const counts = (await page.locator('tbody td:last-child').allTextContents()).map((text) =>
      Number(text.replaceAll(',', '')),
    );
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    await page.getByRole('button', { name: 'Overdue' }).click();
    await page.waitForURL('**/units?sort=overdue');
    await page.getByRole('button', { name: 'Overdue' }).click();
    await page.waitForURL('**/units');
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('the top bar', () => {
  it('takes the first unit that matches by Enter, and leaves no dialog behind', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/units`);
    await page.getByRole('button', { name: /^Unit/ }).click();
    await page.keyboard.type('SF-32');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    expect(await page.locator('dialog[open]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Unit/ }).click();
    await page.keyboard.type('SF-32');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/units?unit=SF-32');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.getByRole('link', { name: 'Ranking' }).first().click();
    await page.waitForURL('**/?unit=SF-32');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('keeps an Enter that comes before the units do', async () => {
    const { page, errors } = await openPage(browser, 'about:blank');
    const asked = Promise.withResolvers<Route>();
    await page.route(({ pathname }) => pathname === '/api/units', asked.resolve, { times: 1 });
    await page.goto(`${server.url}/units`);
    await page.getByRole('button', { name: /^Unit/ }).click();
    await page.keyboard.type('SF-32');
    await page.keyboard.press('Enter');
    await (await asked.promise).continue();
    await page.waitForURL('**/units?unit=SF-32');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('has no boxes for Chinese once its font has come', async () => {
    const { page } = await openPage(browser, `${server.url}/policy`, { locale: 'zh-CN' });
    // Four characters of 14 px are as wide as that; boxes are half as wide.
    await page.waitForFunction(() => {
      const name = document.querySelector('button.scope strong');
      return name?.textContent === '全部单位' && name.getBoundingClientRect().width > 50;
    });
    await page.context().close();
  });

  it('says where the address has a day that the calendar has not, and leads to today', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/?asOf=2024-02-30`);
    await page.getByRole('heading', { name: '“2024-02-30” is not a day' }).waitFor();
    await page.getByRole('link', { name: 'Show today' }).click();
    await page.locator('tr[data-staff-no]').first().waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('the follow-ups', () => {
  it('stand overdue first, grouped by kind, with as many as the API counts', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/follow-ups`);
    const summary = await server.json<{ byKind: Record<string, { overdue: number }> }>(
      '/api/follow-ups/summary',
    );
    const kinds = Object.entries(summary.byKind).filter(([, { overdue }]) => overdue > 0);
    for (const [kind, { overdue }] of kinds) {
      const count = page.locator(`section[data-kind="${kind}"] h2 .count`);
      await count.getByText(`${overdue.toLocaleString('en-GB')} overdue`).waitFor();
    }
    const shown = await page.locator('section[data-kind]:visible').count();
    expect(shown).toBe(kinds.length);
    expect(await page.getByText(/days? late$/).count()).toBeGreaterThan(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('keep to one kind and holder by their address', async () => {
    const link = '/follow-ups?state=open&kind=return-visit&owedBy=office';
    const { page } = await openPage(browser, server.url + link);
    const { total } = await server.json<{ total: number }>(
      '/api/follow-ups?state=open&kind=return-visit&owedBy=office&inherited=false&limit=1',
    );
    await page
      .locator('section[data-kind=return-visit] h2 .count')
      .getByText(`${total} open`)
      .waitFor();
    expect(await page.locator('section[data-kind]').count()).toBe(1);
    // What follows from no record is named by what it is about: the day it is due stands beside it.
    for (const [kind, about] of [
      ['heart-to-heart', /^regular talk$/],
      ['train', /^(Party spirit|Clean government|Warning conference) \d{4}$/],
    ] as const) {
      await page.goto(`${server.url}/follow-ups?state=overdue&kind=${kind}`);
      const row = page.locator(`section[data-kind=${kind}] tbody tr`).first();
      await row.getByText(about).waitFor();
    }
    await page.context().close();
  });
});

describe('a unit', () => {
  it('says in three sentences how it is, and compares its parts', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/units/SF`);
    await page.locator('.sentences p').nth(2).waitFor();
    expect(await page.locator('.sentences p').count()).toBe(3);
    const { cadreCount, children } = await server.json<{ cadreCount: number; children: object[] }>(
      '/api/units/SF/summary',
    );
    await page
      .getByText(`of ${cadreCount.toLocaleString('en-GB')} people`)
      .first()
      .waitFor();
    await page.locator('figure .drawing svg').nth(2).waitFor();
    await page.keyboard.press('t');
    const parts = page.locator('section').filter({ hasText: 'Its parts compared' });
    expect(await parts.locator('tbody tr').count()).toBe(children.length);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('that lies outside of the scope is told of like one that is not there', async () => {
    const told: string[] = [];
    const leader = { name: 'leading-a-city', roles: ['leader'], unitCode: 'SF-01' };
    const reader = await signedUp(server, leader);
    for (const code of ['SF-02', 'no-such-unit']) {
      const { page } = await openAs(browser, server, reader, `/units/${code}`);
      await page.getByRole('heading', { name: `There is no unit ${code}` }).waitFor();
      told.push((await page.getByRole('main').innerText()).replaceAll(code, '...'));
      await page.context().close();
    }
    expect(told[0]).toBe(told[1]);
    expect(told[0]).not.toContain('Print');
  });

  it('prints on one page', async () => {
    const { page } = await openPage(browser, `${server.url}/units/SF`);
    await page.locator('figure .drawing svg').nth(2).waitFor();
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    await page.context().close();
  });
});

describe('exports', () => {
  it('take a schedule, run it on demand, and offer its file', async () => {
    // What a link downloads is asked for with the cookie alone.
    const inspector = await signedUp(server, { name: 'exporting', roles: ['inspector'] });
    const { page, errors } = await openAs(browser, server, inspector, '/exports');
    await page.getByText('Nothing is scheduled yet.').waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Weekly ranking');
    await page.getByRole('button', { name: 'Save schedule' }).click();
    const entry = page.locator('article[data-schedule="Weekly ranking"]');
    await entry.getByText('every Monday at 07:00').waitFor();
    await entry.getByRole('button', { name: 'Run now' }).click();
    await entry.getByText('written').first().waitFor();
    await entry.getByRole('button', { name: 'History' }).click();
    const link = entry.getByRole('link', { name: /\.csv$/ });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    await entry.getByRole('button', { name: 'Remove' }).click();
    await entry.getByRole('button', { name: 'Really remove' }).click();
    await page.getByText('Nothing is scheduled yet.').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('are offered for each unit of the scope once, the whole of it first', async () => {
    const account = { name: 'of-a-city', roles: ['inspector'], unitCode: 'SF-01' };
    const inspector = await signedUp(server, account);
    // The page may have been opened for a unit that is another reader's.
    const { page, errors } = await openAs(browser, server, inspector, '/exports?unit=SF-02');
    const unit = page.getByRole('combobox', { name: 'Unit' });
    const { rows } = await inspector.json<{ rows: { code: string }[] }>('/api/units');
    const codes = rows.map(({ code }) => code);
    const offered = () =>
      unit.locator('option').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    await expect.poll(offered).toEqual(codes);
    expect(await unit.inputValue()).toBe('SF-01');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Of the city');
    await page.getByRole('button', { name: 'Save schedule' }).click();
    const entry = page.locator('article[data-schedule="Of the city"]');
    await entry.getByText('every Monday at 07:00').waitFor();
    const { rows: kept } = await inspector.json<{ rows: { unit: string }[] }>('/api/exports');
    expect(kept.map((one) => one.unit)).toEqual(['SF-01']);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('every page', () => {
  const numbered = [
    '/',
    '/follow-ups',
    '/units',
    '/units/SF',
    '/imports',
    '/exports',
    '/policy',
    'a person',
  ];
  /** The person at the top of the ranking is known only once the server is up. */
  const addressOf = (path: string) =>
    server.url + (path === 'a person' ? `/cadres/${first.staffNo}?source=audit-finding` : path);

  it.each([...numbered, '/more', '/no-such-page'])(
    '%s: axe finds no fault, light or dark',
    async (path) => {
      const { page, errors } = await openPage(browser, addressOf(path), { colorScheme: 'light' });
      await page.locator('h1, .title').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await accessFaults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await accessFaults(page, ['color-contrast'])).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );

  it('says as of when, by which policy, and that it is no finding', async () => {
    for (const path of numbered) {
      const { page } = await openPage(browser, addressOf(path));
      const facts = page.locator('.head .facts');
      await facts.getByText(/^as of /).waitFor();
      await facts.getByText(/^policy \d+$/).waitFor();
      await facts.getByText(/^records up to /).waitFor();
      await facts.getByText('a priority for review, not a finding').waitFor();
      await page.context().close();
    }
  });
});
