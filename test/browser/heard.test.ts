import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessFaults, launchBrowser, openPage } from '../support/browser.js';
import { csvOf, importAll } from '../support/records/importing.js';
import { importSmallProvince } from '../support/records/small-province.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  await importSmallProvince(server);
  // S001 is high by a second finding; three opinions are one line on the sheet.
  await importAll(
    server,
    'audit-finding',
    csvOf(
      'ref,staff_no,audit_no,phase,found_on,severity,rectify_by',
      'AF-8,S001,AU-2,in_term,2026-03-01,4,2026-04-30',
    ),
  );
  await importAll(
    server,
    'inspection-opinion',
    csvOf(
      'ref,staff_no,given_on,respondent,circle,rating,channel,text',
      'OP-1,S001,2026-05-01,peer,work,-2,interview,He shouts.',
      'OP-2,S001,2026-05-02,subordinate,work,-1,interview,He is late.',
    ),
  );
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const json = { 'content-type': 'application/json' };
const issue = async (staffNo: string) => {
  const path = `/api/cadres/${staffNo}/links`;
  return (await server.json<{ path: string }>(path, { method: 'POST' })).path;
};
/** Nobody's browser: no token, no session. */
const stranger = { extraHTTPHeaders: {} };
/** How far China's clocks are ahead of UTC. */
const CHINA_MS = 8 * 3_600_000;
const narrow = { viewport: { width: 390, height: 844 } };

describe('the right to be heard on the person’s page', () => {
  it('files a contest after saying what will happen, and the mark shows at once', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/cadres/S002`);
    await page.getByRole('button', { name: 'Enter a statement' }).click();
    await page.getByText('marked as contested at once').waitFor();
    await page.getByLabel('About').selectOption({ label: 'Audit finding · AF-2 · 1 Jun 2026' });
    const text = '=SUM(1) <b>not</b> bold 我不同意';
    await page.getByLabel('Text').fill(text);
    await page.getByRole('button', { name: 'File it' }).click();
    await page.locator('article.statement .text').filter({ hasText: text }).waitFor();
    await page.locator('.lead .contested').waitFor();
    expect(await page.locator('article.statement b').count()).toBe(0);
    await page.goto(`${server.url}/`);
    await page.locator('tr[data-staff-no=S002] .contested').waitFor();
    expect(await page.locator('tbody .contested').count()).toBe(1);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('tells whoever may not answer why not', async () => {
    const { rows } = await server.json<{ rows: { ref: string }[] }>('/api/cadres/S002/replies');
    const { page } = await openPage(browser, `${server.url}/cadres/S002`);
    const contest = page.locator(`article[data-ref=${rows[0]?.ref}]`);
    await contest.getByRole('button', { name: 'Answer' }).click();
    await contest.getByLabel('Outcome').selectOption('rejected');
    await contest.getByLabel('Reason').fill('It stands.');
    await contest.getByRole('button', { name: 'Give this answer' }).click();
    await contest.getByRole('alert').filter({ hasText: 'somebody else must answer' }).waitFor();
    // From the list of what is owed it is as near; what was typed is still there.
    await page.goto(`${server.url}/follow-ups?kind=answer-contest&state=open`);
    await page.getByRole('button', { name: `Answer ${rows[0]?.ref}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator(`article[data-ref=${rows[0]?.ref}]`).waitFor();
    await dialog.getByText('Restored what you had typed before.').waitFor();
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('It stands.');
    expect(await accessFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('issues a link that is shown once, and revokes it', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/cadres/S004`);
    await page.getByRole('button', { name: 'Issue a link' }).click();
    const address = (await page.locator('.address').textContent()) ?? '';
    expect(address).toMatch(/\/heard#[\w-]{43}$/);
    await page.getByText(/open until .* never opened/).waitFor();
    await page.reload();
    await page.getByText(/never opened/).waitFor();
    expect(await page.locator('.address').count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page
      .getByText(/revoked/)
      .first()
      .waitFor();
    expect(errors).toEqual([]);
    const { page: own } = await openPage(browser, address, stranger);
    await own.getByRole('heading', { name: 'This link opens nothing' }).waitFor();
    await own.context().close();
    await page.context().close();
  });

  it('asks for a sign-off beside a high band, and refuses one of nobody', async () => {
    const { page } = await openPage(browser, `${server.url}/cadres/S001?asOf=2026-06-30`);
    await page.getByText('Nobody has signed off').waitFor();
    // What still arrives above would move the buttons from under the pointer.
    await expect.poll(() => page.locator('.person [role=status].wait').count()).toBe(0);
    await page.getByRole('button', { name: 'Sign off' }).click();
    await page.getByText('it is not a verdict').waitFor();
    await page.getByLabel('What was seen').fill('Both findings.');
    await page.getByLabel('What follows').fill('A visit.');
    await page.getByRole('button', { name: 'Sign off with my name' }).click();
    await page.getByRole('alert').filter({ hasText: 'account of their own' }).waitFor();
    await page.context().close();
  });
});

describe('the sheet for the person concerned', () => {
  it('adds up on screen, prints on two pages at most, and has opinions as one line', async () => {
    const { page, errors } = await openPage(
      browser,
      `${server.url}/cadres/S001/sheet?asOf=2026-06-30`,
    );
    await page.getByText('Opinions, under 5, as one sum').waitFor();
    await page.getByText('may differ from the score by up to 0.5.').waitFor();
    const milli = (text: string | null) => Math.round(Number(text?.replace('−', '-')) * 1000);
    const parts = await page.locator('tr.part td').allTextContents();
    const total = milli(await page.locator('tfoot td').textContent());
    expect(parts.map(milli).reduce((sum, points) => sum + points, 0)).toBe(total);
    const text = (await page.locator('.sheet').textContent()) ?? '';
    for (const trace of ['OP-1', 'OP-2', 'peer', 'shouts']) expect(text).not.toContain(trace);
    const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page[^s]/g)?.length).toBeLessThanOrEqual(2);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is in Chinese for a Chinese reader', async () => {
    const { page } = await openPage(browser, `${server.url}/cadres/S001/sheet`, {
      locale: 'zh-CN',
    });
    await page.getByText('考察意见（少于5条），仅列合计').waitFor();
    await page.getByText('不是认定结论').waitFor();
    await page.context().close();
  });
});

describe('the page behind the link', () => {
  it('shows the sheet without an account and takes a contest', async () => {
    const path = await issue('S005');
    const { page, errors } = await openPage(browser, server.url + path, {
      ...stranger,
      timezoneId: 'America/New_York',
    });
    // Until when, as the office reads it too, wherever the reader's browser is.
    await page
      .getByText(
        /for your eyes alone\. The link opens it until .*, \d\d:\d\d \(China Standard Time\)/,
      )
      .waitFor();
    const [link] = (await server.json<{ rows: { expiresAt: string }[] }>('/api/cadres/S005/links'))
      .rows;
    const time = new Date(Date.parse(link?.expiresAt ?? '') + CHINA_MS).toISOString().slice(11, 16);
    await page.getByText(`, ${time} (China Standard Time)`).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.getByLabel('About').selectOption({ label: 'Audit finding · AF-5 · 1 Jun 2025' });
    await page.getByLabel('Text').fill('It was mended.');
    await page.reload();
    expect(await page.getByLabel('Text').inputValue()).toBe('It was mended.');
    await page.getByRole('button', { name: 'File it' }).click();
    await page.getByText(/^Filed as R-/).waitFor();
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('mended');
    await page.locator('article.statement .text').filter({ hasText: 'It was mended.' }).waitFor();
    await page.locator('.sum .contested').waitFor();
    const { contested } = await server.json<{ contested: boolean }>('/api/cadres/S005/score');
    expect(contested).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['light', 'en-GB'],
    ['dark', 'zh-CN'],
  ] as const)(
    'fits a phone, %s, in %s, and can be used by everyone',
    async (colorScheme, locale) => {
      await server.fetch('/api/cadres/S001/replies', {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ kind: 'contest', text: `${locale}: ${'很长'.repeat(80)}` }),
      });
      const path = await issue('S001');
      for (const [address, options] of [
        [path, stranger],
        ['/cadres/S001?asOf=2026-06-30', {}],
        ['/cadres/S001/sheet', {}],
      ] as const) {
        const { page } = await openPage(browser, server.url + address, {
          ...{ colorScheme, locale },
          ...narrow,
          ...options,
        });
        await page.locator('.sheet, #heard article.statement').first().waitFor();
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, address).toBeLessThanOrEqual(390);
        expect(await accessFaults(page), address).toEqual([]);
        await page.context().close();
      }
    },
  );
});
