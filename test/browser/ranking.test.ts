import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessFaults, launchBrowser, openPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';

interface Rankings {
  readonly total: number;
  readonly rows: readonly { staffNo: string; name: string; score: number; band: string }[];
}

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer({ env: { PROBITY_DEMO: 'on' } }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const rankings = (query: string) => server.json<Rankings>(`/api/rankings?${query}`);

describe('the ranking', () => {
  it('keeps to a band, and says so in its address', async () => {
    const { page, errors } = await openPage(browser, server.url);
    const { total } = await rankings('band=high&limit=1');
    await page.locator('button[data-band=high]').click();
    await page.waitForURL('**/?band=high');
    await page.locator(`table[aria-rowcount="${total + 1}"]`).waitFor();
    const bands = await page.locator('tr[data-staff-no] .band').allTextContents();
    expect(new Set(bands.map((text) => text.replace('▲', '').trim()))).toEqual(new Set(['high']));
    // The chosen band's own colours are another ground than the others'.
    expect(await accessFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('says of what is overdue whose it is, and keys only the sources with points', async () => {
    const { page } = await openPage(browser, `${server.url}/?overdue=only`);
    const [first] = (
      await server.json<{
        rows: { staffNo: string; overdueCount: number; officeOverdueCount: number }[];
      }>('/api/rankings?overdueOnly=true&limit=1')
    ).rows;
    const row = page.locator(`tr[data-staff-no="${first?.staffNo}"]`);
    await row.getByText(`${first?.overdueCount} own`).waitFor();
    await row.getByText(`${first?.officeOverdueCount} office/unit`).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Audit finding' }).first().waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: 'Headcount review' }).count()).toBe(
      0,
    );
    await page.context().close();
  });

  it('restores a deep link: filters, day, place and side view', async () => {
    const { rows } = await rankings('asOf=2026-06-30&band=elevated&scoreFrom=20&limit=3');
    const third = rows[2]?.staffNo ?? '';
    const link = `/?asOf=2026-06-30&band=elevated&from=20&peek=${third}`;
    const { page, errors } = await openPage(browser, server.url + link);
    await page.locator(`aside[aria-label="Person ${third}"] h2`).waitFor();
    await page.locator(`tr[data-staff-no="${third}"][aria-current=true]`).waitFor();
    expect(await page.locator('header input[type=date]').inputValue()).toBe('2026-06-30');
    expect(await page.locator('button[data-band=elevated]').getAttribute('aria-pressed')).toBe(
      'true',
    );
    expect(await page.getByLabel('Score from').inputValue()).toBe('20');
    const shown = await page.locator('tr[data-staff-no]').first().getAttribute('data-staff-no');
    expect(shown).toBe(rows[0]?.staffNo);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('keeps a view under a name, goes back to it, and brings a removed one back', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/?band=elevated&from=20`);
    await page.getByRole('button', { name: 'Saved views' }).click();
    const dialog = page.getByRole('dialog', { name: 'Saved views of this page' });
    await dialog.getByText('None yet.').waitFor();
    await dialog.getByLabel('Name for the view').fill('高分 elevated');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    const link = dialog.getByRole('link', { name: '高分 elevated' });
    await link.waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Remove 高分 elevated' }).click();
    await dialog.getByText('was removed').waitFor();
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await link.waitFor();
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Saved views' }).click();
    await link.click();
    await page.waitForURL('**/?band=elevated&from=20');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Score from').inputValue()).toBe('20');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('moves by J and K with the side view along, and opens by Enter', async () => {
    const { rows } = await rankings('limit=3');
    const { page } = await openPage(browser, server.url);
    await page.locator(`tr[data-staff-no="${rows[0]?.staffNo}"] .score`).click();
    await page.waitForURL(`**/?peek=${rows[0]?.staffNo}`);
    await page.keyboard.press('j');
    await page.waitForURL(`**/?peek=${rows[1]?.staffNo}`);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.waitForURL(`**/?peek=${rows[1]?.staffNo}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/cadres/${rows[1]?.staffNo}`);
    await page.getByRole('heading', { level: 1, name: rows[1]?.name ?? '' }).waitFor();
    await page.context().close();
  });

  it('keeps to a range of scores that is drawn over the histogram', async () => {
    const { page } = await openPage(browser, server.url);
    const chart = page.locator('figure .drawing svg').first();
    await chart.waitFor();
    const box = await chart.boundingBox();
    if (!box) throw new Error('the histogram has no place');
    const middle = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.5, middle);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.9, middle, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/from=[\d.]+&to=[\d.]+/);
    const { searchParams } = new URL(page.url());
    const [from, to] = [searchParams.get('from'), searchParams.get('to')];
    const { total } = await rankings(`scoreFrom=${from}&scoreBelow=${to}&limit=1`);
    await page.locator(`table[aria-rowcount="${total + 1}"]`).waitFor();
    await page.context().close();
  });

  it('shows rows far down as they come into view, and saves what it shows as CSV', async () => {
    const { page } = await openPage(browser, `${server.url}/?overdue=only`);
    const { total, rows } = await rankings('overdueOnly=true&limit=1000');
    await page.locator(`table[aria-rowcount="${total + 1}"]`).waitFor();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.locator(`tr[data-staff-no="${rows.at(-1)?.staffNo}"]`).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    const chunks = await (await download.createReadStream()).toArray();
    const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(total + 1);
    await page.context().close();
  });

  it('looks for a name while it is typed, counts who is found, and drops what finds nobody', async () => {
    const { page, errors } = await openPage(browser, server.url);
    const people = (await rankings('limit=1')).total.toLocaleString('en-GB');
    await page.locator('.people').getByText(`${people} people`, { exact: true }).waitFor();
    const steps = await page.evaluate(() => history.length);
    const name = page.getByRole('searchbox', { name: 'Name or staff number' });
    await name.pressSequentially('王', { delay: 20 });
    const { total } = await rankings(`q=${encodeURIComponent('王')}&limit=1`);
    const found = `${total.toLocaleString('en-GB')} of ${people} people`;
    await page.locator('.people').getByText(found, { exact: true }).waitFor();
    await page.getByRole('status').getByText(found, { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('王');
    // Focus stays where it is typed, and Back leads to where one came from.
    await name.and(page.locator(':focus')).waitFor();
    await name.fill('nobody-is-called-this');
    await page.getByText('Nothing matches these filters.').waitFor();
    expect(await page.evaluate(() => history.length)).toBe(steps);
    await page.getByRole('button', { name: /^Drop: name/ }).click();
    await page.locator('tr[data-staff-no]').first().waitFor();
    expect(await name.inputValue()).toBe('');
    await page.locator('.people').getByText(`${people} people`, { exact: true }).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is found by the keyboard: Ctrl K, a name, Enter', async () => {
    const { rows } = await rankings('limit=1');
    const { page } = await openPage(browser, server.url);
    await page.locator('tr[data-staff-no]').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(rows[0]?.staffNo ?? '');
    await page
      .getByRole('option', { name: rows[0]?.name ?? '' })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/cadres/${rows[0]?.staffNo}`);
    await page.context().close();
  });

  it('speaks Chinese and turns dark, and remembers both', async () => {
    const { page, errors } = await openPage(browser, server.url);
    await page.locator('tr[data-staff-no]').first().waitFor();
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByLabel('Theme').selectOption('dark');
    expect(await ground()).not.toBe(light);
    await page.getByLabel('Language').selectOption('zh-CN');
    await page.getByRole('heading', { level: 1, name: '排序' }).waitFor();
    const dark = await ground();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '排序' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await ground()).toBe(dark);
    expect(await accessFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('keeps its place for four words at the bottom of a phone, without sideways scrolling', async () => {
    const viewport = { width: 390, height: 844 };
    const { page, errors } = await openPage(browser, server.url, { viewport });
    await page.locator('tr[data-staff-no]').first().waitFor();
    const words = page.locator('nav.rail a:visible');
    expect(await words.allTextContents().then((all) => all.map((text) => text.trim()))).toEqual([
      'Ranking',
      'Follow-ups',
      'Units',
      'More',
    ]);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
    expect(await accessFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
