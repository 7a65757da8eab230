import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { openAs } from '../../support/access/signed-in-page.js';
import { accessFaults, launchBrowser } from '../../support/browser.js';
import { importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

/** More requests than the log shows at once. */
const REQUESTS = 120;

let server: TestServer;
let browser: Browser;
let auditor: SignedIn;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  await importSmallProvince(server);
  auditor = await signedUp(server, { name: 'shen', roles: ['auditor'] });
  const reader = await signedUp(server, { name: 'reader', roles: ['inspector'], unitCode: 'PB' });
  await reader.json('/api/cadres/S002');
  await reader.json('/api/cadres/S004');
  await reader.fetch('/api/cadres/S001');
  await reader.fetch('/api/users');
  for (let count = 0; count < REQUESTS; count++) await reader.fetch('/api/kinds');
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const open = (path: string) => openAs(browser, server, auditor, path);

describe('the audit log', () => {
  it('is verified, with the age of its newest checkpoint', async () => {
    await auditor.json('/api/audit/checkpoints', { method: 'POST' });
    const { page, errors } = await open('/audit');
    await page.getByRole('button', { name: 'Verify the log' }).click();
    await page.getByText('The log is whole.').waitFor();
    await page.getByText(/The newest checkpoint is of entry [\d,]+, signed/).waitFor();
    await page.getByText(/nobody saw many more people than usual/).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('follows one person: who looked, who was refused, and what else they did', async () => {
    const { page, errors } = await open('/audit');
    await page.getByLabel('Whom (staff number)').fill('S002');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/audit?person=S002');
    const lookers = page.locator('section').filter({ hasText: 'Who looked at S002' }).last();
    await lookers.getByRole('button', { name: 'reader' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await lookers.getByRole('button', { name: 'reader' }).click();
    await page.waitForURL('**/audit?person=S002&subject=reader');
    const entries = page.locator('tr[data-seq]');
    await entries.getByText('Opened a person').waitFor();
    await entries.getByText('Cadres_find', { exact: true }).waitFor();
    expect(await entries.count()).toBe(1);
    await entries.getByRole('button').first().click();
    await page.getByText('GET /api/cadres/:staffNo').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('keeps to what was denied, and saves it as CSV', async () => {
    const { page } = await open('/audit?subject=reader');
    await page.getByLabel('Outcome').selectOption('refused');
    await page.waitForURL('**/audit?subject=reader&outcome=refused');
    await page.getByRole('cell', { name: /^denied 403/ }).waitFor();
    await page.getByRole('cell', { name: /^denied 404/ }).waitFor();
    expect(await page.locator('tr[data-seq]').count()).toBe(2);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download these as CSV' }).click(),
    ]);
    const chunks = await (await download.createReadStream()).toArray();
    expect(Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n')).toHaveLength(3);
    await page.locator('select[name=action]').selectOption('Made the demonstration data anew');
    await page.getByText('Nothing matches these filters.').waitFor();
    await page.getByRole('button', { name: 'Drop all filters' }).click();
    await page.waitForURL('**/audit');
    await page.context().close();
  });

  it('goes back page by page to its first entry', async () => {
    const { page } = await open('/audit?action=Kinds_list');
    const entries = page.locator('tr[data-seq]');
    await entries.nth(99).waitFor();
    expect(await entries.count()).toBe(100);
    await page.getByRole('button', { name: 'Older entries' }).click();
    await page.getByText('That was the first one.').waitFor();
    expect(await entries.count()).toBe(REQUESTS);
    await page.context().close();
  });
});
