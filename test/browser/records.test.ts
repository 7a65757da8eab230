import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessFaults, launchBrowser, openPage } from '../support/browser.js';
import {
  type Candidacy,
  importBureaus,
  importCase,
  importClearRecords,
} from '../support/records/clear-appointment.js';
import { csvOf, importAll } from '../support/records/importing.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let browser: Browser;

const candidacy: Candidacy = { caseNo: 'C-1', staffNo: 'S1' };

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  await importBureaus(server);
  await importCase(server, candidacy);
  await importClearRecords(server, candidacy);
  await importAll(
    server,
    'audit-finding',
    csvOf(
      'ref,staff_no,audit_no,phase,found_on,severity,rectify_by',
      'AF-1,S2,A-1,in_term,2026-03-01,3,2026-05-01',
      'AF-2,S2,A-1,in_term,2026-03-01,2,2026-05-02',
    ),
  );
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const visit = (path: string, options = {}) => openPage(browser, `${server.url}${path}`, options);
const note = (page: Page) => page.getByRole('status').filter({ hasText: 'Undo' });
const scored = (page: Page) => page.getByText('Scores and follow-ups know of it.').waitFor();

describe('records by hand', () => {
  it('close a follow-up from the list in two clicks, and open it again in one', async () => {
    const { page, errors } = await visit('/follow-ups?kind=rectify-finding');
    const row = page.locator('tr', { hasText: 'AF-1' });
    await row.getByRole('button', { name: 'Close … AF-1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Rectified on').waitFor();
    expect(await dialog.locator('input, select, textarea').count()).toBe(1);
    expect(await accessFaults(page)).toEqual([]);
    const on = await dialog.getByLabel('Rectified on').inputValue();
    await dialog.getByLabel('Rectified on').fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Fill this in.').waitFor();
    await dialog.getByLabel('Rectified on').fill(on);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await note(page).waitFor();
    await scored(page);
    await expect.poll(() => row.count()).toBe(0);
    await note(page).getByRole('button', { name: 'Undo' }).click();
    await page.getByText('the last change was undone').waitFor();
    await scored(page);
    await row.waitFor();
    expect([errors, await accessFaults(page)]).toEqual([[], []]);
  });

  it('change a number of the policy after a look at what that does', async () => {
    const { page, errors } = await visit('/policy');
    const row = page.locator('tr[data-path="bands.watch"]');
    await row.getByRole('button', { name: 'Change: Watch' }).click();
    await row.locator('input:focus').waitFor();
    // What cannot be is told at the number.
    await row.getByRole('textbox').fill('many');
    await row.getByText('This is not a number.').waitFor();
    await row.getByRole('textbox').fill('-1');
    const look = page.getByRole('button', { name: 'See what changes' });
    await look.click();
    await row.getByText('Too small: give 0 or more.').waitFor();
    // Nobody wanted to save anything yet.
    await page.getByText('The number above needs another look').waitFor();
    await row.getByRole('textbox').fill('25');
    await look.click();
    await row.getByText('Each band must begin above the next').waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await row.getByRole('textbox').fill('0.5');
    const draft = page.locator('section[data-part=draft]');
    await draft.getByLabel('Why').fill('a trial');
    const clause = page.locator('tr[data-path="appointments.noticeDays"]');
    await clause.getByRole('button', { name: 'Change the clause' }).click();
    await clause.getByLabel('Article').fill('Article 9');
    await page.reload();
    expect(await clause.getByLabel('Article').inputValue()).toBe('Article 9');
    await clause.getByRole('button', { name: 'Discard it' }).click();
    expect(await clause.getByLabel('Article').inputValue()).toBe('');
    await clause.getByRole('button', { name: 'Cancel' }).click();
    await draft.getByText('Restored what you had typed before.').waitFor();
    await look.click();
    await draft.getByText(/would be in another band; no total of 3 would differ\./).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await draft.getByRole('button', { name: 'Make version 2' }).click();
    await page.getByText(/a trial/).waitFor();
    await expect.poll(() => row.locator('strong').innerText()).toBe('0.5');
    expect(await draft.count()).toBe(0);
    // The two refusals, as the browser notes them.
    expect(errors).toEqual([expect.stringContaining('400'), expect.stringContaining('400')]);
  });

  it('keep what was typed over a reload, until it is discarded', async () => {
    const { page, errors } = await visit('/records?kind=sanctions');
    const form = page.locator('form', { has: page.getByLabel('Decided on') });
    await form.getByLabel('Kind', { exact: true }).fill('warning');
    await page.reload();
    await form.getByText('Restored what you had typed before.').waitFor();
    expect(await form.getByLabel('Kind', { exact: true }).inputValue()).toBe('warning');
    expect(await accessFaults(page)).toEqual([]);
    await form.getByRole('button', { name: 'Discard it' }).click();
    expect(await form.getByLabel('Kind', { exact: true }).inputValue()).toBe('');
    await page.reload();
    await form.getByLabel('Kind', { exact: true }).waitFor();
    expect(await page.getByText('Restored what you had typed before.').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('say at the field what is wrong and what is odd, and take what is right', async () => {
    const { page, errors } = await visit('/cadres/S2');
    await page.getByRole('button', { name: 'Enter a record' }).click();
    await page.getByLabel('Kind of record').selectOption({ label: 'Debriefing assessment' });
    const form = page.getByRole('dialog').locator('form');
    await form.getByLabel('Year').fill('2025');
    await form.getByLabel('Score', { exact: true }).fill('120');
    await form.getByLabel('Grade').selectOption({ label: 'Competent' });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('It must be a number from 0 to 100.').waitFor();
    await form.getByText('Fill this in.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe(
      'true',
    );
    expect(await accessFaults(page)).toEqual([]);
    await form.getByLabel('Held on').fill('2126-01-10');
    await form.getByLabel('Score', { exact: true }).fill('82.5');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('This date lies in the future.').waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await form.getByRole('button', { name: 'Save anyway' }).click();
    await page.getByText('Debriefing assessment S2/2025 was entered.').waitFor();
    expect(errors.filter((text) => !text.includes('422'))).toEqual([]);
  });

  it('are corrected and withdrawn in the time line, where every version stays', async () => {
    const { page, errors } = await visit('/cadres/S2?record=audit-finding/AF-2');
    const entry = page.locator('li[data-opened]');
    await entry.getByRole('button', { name: 'Correct' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Category').waitFor();
    expect(await dialog.getByText('Stays as it is.').count()).toBe(2);
    await dialog.getByLabel('Category').fill('public funds');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Audit finding AF-2 was saved as version 2.').waitFor();
    await entry.getByText('Version 2, counts since').waitFor();
    await entry.getByText('Version 1, from').waitFor();
    await entry.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByLabel('Why should it never have been?').fill('another person’s');
    expect(await accessFaults(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await entry.getByText('withdrawn: another person’s').first().waitFor();
    await entry.getByRole('button', { name: 'Bring back' }).waitFor();
    expect([errors, await accessFaults(page)]).toEqual([[], []]);
  });

  it('open a case, are added to it, and show what changed since its gate was clear', async () => {
    const { page, errors } = await visit('/appointments/C-1', {
      ...{ locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
    });
    await page.getByRole('button', { name: '录入：考察意见' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('C-1').first().waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect([width <= 390, await accessFaults(page)]).toEqual([true, []]);
    await dialog.getByRole('button', { name: '取消' }).click();
    await page.goto(`${server.url}/appointments`);
    await page.getByRole('button', { name: '建立事项' }).click();
    await dialog.getByLabel('事项编号').fill('C-1');
    await dialog.getByLabel('工号').fill('S2');
    await dialog.getByLabel('拟任单位代码').fill('PA');
    await dialog.getByLabel('拟任职务').fill('处长');
    await dialog.getByLabel('拟任职级').fill('division');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('已有同一记录').or(dialog.getByText('值得再核对')).first().waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await dialog.getByLabel('事项编号').fill('C-2');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.waitForURL('**/appointments/C-2');
    await page.getByText('受阻原因').waitFor();
    // Each item of the file in one click; undone, it can be said again.
    const item = page.locator('tr[data-item=age]');
    for (const _ of ['said', 'said again']) {
      await item.getByRole('button', { name: /今日审核无问题$/ }).click();
      await expect.poll(() => item.innerText()).toMatch(/无问题\s*\d{4}年/);
      await page.getByRole('button', { name: '撤销', exact: true }).click();
      await item.getByText('未审核').waitFor();
    }
    expect([errors, await accessFaults(page)]).toEqual([[], []]);
  });

  it('are listed for whoever entered them', async () => {
    const { page, errors } = await visit('/records?kind=sanctions&given.staff_no=S2');
    await page.getByRole('heading', { name: 'What you entered lately' }).waitFor();
    await page.getByRole('row', { name: /Audit finding AF-2 .* withdrawn/ }).waitFor();
    expect(await page.getByLabel('Staff number', { exact: true }).inputValue()).toBe('S2');
    expect([errors, await accessFaults(page)]).toEqual([[], []]);
  });
});
