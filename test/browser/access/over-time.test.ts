import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { body, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { openAs } from '../../support/access/signed-in-page.js';
import { accessFaults, launchBrowser } from '../../support/browser.js';
import { csvOf, fresh, importAll } from '../../support/records/importing.js';
import { importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  await importSmallProvince(server);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const open = (who: SignedIn) => openAs(browser, server, who, '/over-time');

/** Confirms what waits, as a second person. */
async function confirmAll(approver: SignedIn) {
  const { rows } = await approver.json<{ rows: { id: number }[] }>('/api/proposals');
  for (const { id } of rows) {
    await approver.json(`/api/proposals/${id}/approve`, body('POST', { reason: 'compared' }));
  }
  return rows.length;
}

it('an inspector looks at a merge before proposing it, and may have it undone', async () => {
  const inspector = await signedUp(server, { name: 'fang', roles: ['inspector'] });
  const approver = await signedUp(server, { name: 'gao', roles: ['approver'] });
  const { page, errors } = await open(inspector);
  await page.getByText('No numbers were merged.').waitFor();
  expect(await page.getByText('Erase one person').count()).toBe(0);
  // What is wrong stands at its field, in the words of the language shown.
  await page.getByLabel('Number that ends').fill('S001');
  await page.getByLabel('Number that stays').fill('S001');
  await press(page, 'Look what would happen');
  const ends = page.locator('label:has([name=formerStaffNo][aria-invalid=true])');
  await ends.getByText('This is the same number twice.').waitFor();
  await page.getByText('Nothing was saved: 1 field above').waitFor();
  await page.getByLabel('Number that ends').fill('S999');
  await press(page, 'Look what would happen');
  await ends.getByText('Nobody whom you may see has this number.').waitFor();
  expect(await accessFaults(page)).toEqual([]);
  await page.getByLabel('Number that ends').fill('S002');
  await press(page, 'Look what would happen');
  await page.getByText('S002 would become Zhang S001.').waitFor();
  expect(await page.locator('form[data-preview] tbody tr').allInnerTexts()).toEqual([
    expect.stringMatching(/^Audit findings?\s+1/i),
  ]);
  expect(await accessFaults(page)).toEqual([]);
  // Another number than the one that was looked at is not proposed by mistake.
  await page.getByLabel('Number that ends').fill('S006');
  expect(await page.locator('form[data-preview]').count()).toBe(0);
  await press(page, 'Look what would happen');
  await page.getByText('has no records besides its row in the register').waitFor();
  await page.getByLabel(/^Why/).fill('one person');
  await press(page, 'Propose the merge');
  await page.getByText('It waits under Proposals').waitFor();
  expect(await confirmAll(approver)).toBe(1);
  await page.reload();
  await page.getByText('S006 was merged into it').waitFor();
  await press(page, 'Tell them apart again');
  await page.getByRole('textbox', { name: /^Why/ }).fill('two after all');
  await press(page, 'Tell them apart again');
  await page.getByText('It waits under Proposals').waitFor();
  expect(await confirmAll(approver)).toBe(1);
  // The two refusals, as the browser notes them.
  expect(errors).toEqual([expect.stringContaining('400'), expect.stringContaining('404')]);
  await page.context().close();
});

it('an administrator sees what is past its time, removes it, and proposes an erasure', async () => {
  const finding = [
    'ref,staff_no,audit_no,phase,found_on,severity',
    'OLD,S004,A,in_term,2001-01-01,0',
  ];
  await importAll(server, 'audit-finding', csvOf(...finding));
  const retention = { keepYears: { 'audit-finding': 10 }, clause: { 'audit-finding': '第七条' } };
  const change = { changes: { retention }, note: 'retention' };
  await server.json('/api/policies', body('POST', change));
  await fresh(server, '/api/rankings');
  const administrator = await signedUp(server, { name: 'head', roles: ['administrator'] });
  const { page, errors } = await open(administrator);
  await page.getByText('1 record is past its time').waitFor();
  await page.getByText('Nothing was removed so far.').waitFor();
  expect(await page.getByText('Number that ends').count()).toBe(0);
  expect(await accessFaults(page)).toEqual([]);
  await press(page, 'Remove them now');
  await page.getByText(/Nobody can bring them back/).waitFor();
  await press(page, 'Really remove for good');
  await page.getByText('Nothing is past its time today.').waitFor();
  await page.locator('tr[data-removal]').getByText('past its time').waitFor();

  const propose = page.getByRole('button', { name: 'Propose the erasure' });
  await page.getByLabel('Staff number').fill('S007');
  await page.getByLabel(/^Why/).fill('on request');
  expect(await propose.isDisabled()).toBe(true);
  await page.getByRole('checkbox').check();
  await propose.click();
  await page.getByText('It waits under Proposals').waitFor();

  await page.getByRole('link', { name: 'Processes' }).click();
  await page.getByText('One server answers and scores.').waitFor();
  const does = /answers, scores everybody,? and does the other jobs/;
  await page.locator('tr[data-process]').getByText(does).waitFor();
  await page.getByRole('heading', { name: 'What waits' }).waitFor();
  expect(await accessFaults(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});
