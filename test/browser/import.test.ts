import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signedUp } from '../support/access/sign-in.js';
import { openAs } from '../support/access/signed-in-page.js';
import { accessFaults, launchBrowser, openPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let browser: Browser;
let officer: Promise<SignedIn> | undefined;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Drops a file of this content onto the page, as a hand would. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], fileName, { type: 'text/csv' }));
      return data;
    },
    [name, content] as const,
  );
  await page.locator('section.drop').dispatchEvent('drop', { dataTransfer: transfer });
}

function dataOfficer(): Promise<SignedIn> {
  officer ??= signedUp(server, { name: 'officer', roles: ['data-officer'] });
  return officer;
}

/** Imports as a data officer: what a link downloads is asked for with the cookie alone. */
async function importFile(name: string, content: string, as: string): Promise<Page> {
  const { page } = await openAs(browser, server, await dataOfficer(), '/imports');
  await drop(page, name, content);
  await page.getByRole('button', { name: `Import as ${as}` }).click();
  await page.waitForURL('**/imports/*');
  await page.locator('h2.outcome').waitFor();
  return page;
}

describe('an empty product', () => {
  it('says what to import first, and has nothing that axe finds wrong', async () => {
    const { page, errors } = await openPage(browser, server.url);
    await page.getByText('No data yet.').waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Go to imports' }).click();
    await page.getByText('Nothing has been imported yet.').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('a data officer who has sent nothing', () => {
  it('is told that of themselves, not of the installation', async () => {
    const { page } = await openAs(browser, server, await dataOfficer(), '/imports');
    await page.getByText('You have imported nothing yet.').waitFor();
    expect(await page.getByText('No data yet.').count()).toBe(0);
    await page.context().close();
  });
});

describe('an import', () => {
  it('is recognised, shown as it will be read, sent, and leads to the ranking', async () => {
    const units = await importFile('units.csv', 'unit_code,name\nU1,财政局\n', 'Units');
    await units.getByText('All 1 rows are in.').waitFor();
    await units.context().close();

    const { page, errors } = await openPage(browser, `${server.url}/imports`);
    await drop(page, '干部.csv', '工号,姓名,单位代码,备注\nS1,王伟,U1,x\nS2,李娜,U1,y\n');
    await page.getByText('Read as CSV, encoding UTF-8.').waitFor();
    expect(await page.locator('select[data-kind]').inputValue()).toBe('cadres');
    const unread = page.locator('tr').filter({ hasText: '备注' });
    await unread.getByText('no field goes by this name').waitFor();
    await page.getByRole('cell', { name: '王伟' }).waitFor();
    await page.getByText('Whether the units, people and cases that rows name exist').waitFor();
    await page.getByRole('button', { name: 'Import as Cadres' }).click();
    await page.getByText('All 2 rows are in.').waitFor();
    await page.getByRole('link', { name: 'See the ranking' }).click();
    await page.getByRole('link', { name: '王伟' }).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('tells every bad row by cause, line and cell, and what would be right', async () => {
    const rows = [
      'ref,staff_no,given_on,respondent,circle,rating',
      'A1,S1,2026-01-05,peer,work,-1',
      'A2,S1,2026-02-30,peer,work,-1',
      'A3,S2,2026-01-07,peer,work,3',
      'A4,S2,2026-13-01,peer,work,0',
    ];
    const page = await importFile('opinions.csv', `${rows.join('\n')}\n`, 'Inspection opinion');
    await page.getByText('1 good, 0 already here, 3 to mend.').waitFor();
    const causes = page.locator('[data-cause]');
    await causes.nth(1).waitFor();
    expect(await causes.count()).toBe(2);
    const dates = causes.filter({ hasText: 'given_on' });
    expect(await dates.locator('td.line').allTextContents()).toEqual(['3', '5']);
    expect(await dates.locator('mark').allTextContents()).toEqual(['2026-02-30', '2026-13-01']);
    await dates
      .getByText(/YYYY-MM-DD/)
      .first()
      .waitFor();
    expect(await causes.filter({ hasText: 'rating' }).locator('mark').textContent()).toBe('3');
    expect(await accessFaults(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Download the rows to mend/ }).click(),
    ]);
    const chunks = await (await download.createReadStream()).toArray();
    const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    await page.context().close();
  });

  it('names fields and causes, and tells rows apart that wait from an earlier import', async () => {
    const header = 'ref,staff_no,given_on,respondent,circle,rating';
    const waiting = `${header}\nB1,S1,2026-02-30,peer,work,-1\n`;
    const first = await importFile('bad.csv', waiting, 'Inspection opinion');
    await first.getByText(/: It is not a date/).waitFor();
    await first.context().close();
    const again = await importFile(
      'bad.csv',
      `${waiting}B2,S1,2026-03-09,subordinate,life,-2\n`,
      'Inspection opinion',
    );
    await again.getByText('1 good, 0 already here, 0 to mend.').waitFor();
    await again.getByText('1 row waits in quarantine from an earlier import').waitFor();
    expect(await again.getByText('worth a look').count()).toBe(0);
    await again.context().close();
  });

  it('leaves what two rows say differently to a decision with a reason', async () => {
    const clash = 'staff_no,name,unit_code\nS8,王芳,U1\nS8,王方,U1\n';
    const receipt = await importFile('clash.csv', clash, 'Cadres');
    await receipt.getByText('0 good, 0 already here, 2 to mend.').waitFor();
    await receipt.context().close();

    const { page, errors } = await openPage(browser, `${server.url}/imports`);
    const rows = page.locator('[data-code=conflict] [data-row]');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    expect(await accessFaults(page)).toEqual([]);
    await rows.first().getByRole('button', { name: 'Release' }).click();
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: 'Release' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('Reason').fill('the name on the file');
    expect(await accessFaults(page)).toEqual([]);
    await confirm.click();
    await dialog.waitFor({ state: 'detached' });
    await rows.nth(1).waitFor({ state: 'detached' });
    const released = await server.json<{ rows: { reason: string }[] }>(
      '/api/quarantine?state=released&kind=cadres',
    );
    expect(released.rows.map(({ reason }) => reason)).toEqual(['the name on the file']);
    await rows.first().getByRole('button', { name: 'Discard' }).click();
    await dialog.getByLabel('Reason').fill('a slip');
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await page.locator('[data-code=conflict]').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('has a template at hand for each kind, headed in either language', async () => {
    const { page } = await openPage(browser, `${server.url}/imports`);
    const opinions = page.locator('[data-template=inspection-opinion]');
    const headers = await Promise.all(
      ['English', '中文'].map(async (name) => {
        const href = await opinions.getByRole('link', { name }).getAttribute('href');
        return (await server.fetch(href ?? '')).text();
      }),
    );
    expect(headers[0]).toContain('given_on');
    expect(headers[1]).toMatch(/\p{Script=Han}/u);
    await page.context().close();
  });

  it('that misses a column says which, and cannot be sent', async () => {
    const { page } = await openPage(browser, `${server.url}/imports`);
    await drop(page, 'cadres.csv', 'name,unit_code\n王伟,U1\n');
    await page.locator('select[data-kind]').selectOption('cadres');
    await page.getByText(/staff_no.*missing|Missing: staff_no/).waitFor();
    expect(await page.getByRole('button', { name: 'Import as Cadres' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Choose another file' }).click();
    await drop(page, 'odd.csv', 'ref,given_on,respondent,circle,备注\nA1,2026-01-05,peer,work,x\n');
    const near = page.locator('[data-near=inspection-opinion]');
    await near
      .getByText('Missing: staff_no (Staff number) and rating (Rating (-2 to 2))')
      .waitFor();
    expect(await page.locator('select[data-kind]').inputValue()).toBe('');
    await near.getByRole('button', { name: 'Inspection opinion' }).click();
    await page.getByText('4 columns are read, 1 is ignored: 备注').waitFor();
    await page.getByText(/^Missing: staff_no .* and rating/).waitFor();
    await page.context().close();
  });

  it('of a kind that is not theirs is told to be that, and one with nothing to import cannot be sent', async () => {
    const sender = { name: 'one-kind', roles: ['data-officer'], kinds: ['sanctions'] };
    const { page, errors } = await openAs(
      browser,
      server,
      await signedUp(server, sender),
      '/imports',
    );
    await page.locator('[data-template=sanctions]').waitFor();
    expect(await page.locator('[data-template]').count()).toBe(1);
    await drop(page, 'cadres.csv', 'staff_no,name\nS9,王伟\n');
    await page.getByText('This looks like Cadres, which your account may not import.').waitFor();
    const header = 'ref,staff_no,kind,decided_on,effect_until\n';
    const send = page.getByRole('button', { name: 'Import as Sanctions' });
    for (const [rows, told] of [
      ['', 'There is nothing in this file below its header'],
      ['R1,S9,"warning,2024-01-01,2025-01-01\n', 'opens in cell 3 of the record of line 2'],
      ['R1,S404,warning,2024-01-01,2025-01-01\n', 'Here each cell is checked by itself.'],
    ] as const) {
      await page.getByRole('button', { name: 'Choose another file' }).click();
      // Not named after what is told: the page shows a file's name.
      await drop(page, `sanctions-${rows.length}.csv`, header + rows);
      await page.getByText(told).waitFor();
      expect(await send.isDisabled()).toBe(!rows.includes('S404'));
    }
    expect(await accessFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
