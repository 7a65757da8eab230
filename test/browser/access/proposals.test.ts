import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { body, signedUp } from '../../support/access/sign-in.js';
import { openAs } from '../../support/access/signed-in-page.js';
import { accessFaults, launchBrowser } from '../../support/browser.js';
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

it('an approver finds what was proposed about people, and decides with a reason', async () => {
  const inspector = await signedUp(server, { name: 'fang', roles: ['inspector'] });
  const approver = await signedUp(server, { name: 'gao', roles: ['approver'] });
  const { page, errors } = await openAs(browser, server, approver, '/proposals');
  await page.getByText('Nothing waits for a second person.').waitFor();
  const asked = { staffNo: 'S002', formerStaffNo: 'S004', reason: 'the same person' };
  await inspector.json('/api/merges', body('POST', asked));
  await page.reload();
  await page.getByRole('heading', { name: 'Merge S004 into S002' }).waitFor();
  await page.getByText('Proposed by fang').waitFor();
  expect(await accessFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText(/From then on both numbers are one person/).waitFor();
  await page.getByRole('textbox').fill('compared their files');
  await page.locator('article form button[type=submit]').click();
  await page.getByText('Nothing waits for a second person.').waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});
