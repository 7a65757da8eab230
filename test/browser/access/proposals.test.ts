import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { body, signedUp, signIn } from '../../support/access/sign-in.js';
import { openAs } from '../../support/access/signed-in-page.js';
import { accessFaults, launchBrowser } from '../../support/browser.js';
import { fresh } from '../../support/records/importing.js';
import { importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Ranked {
  readonly stale: boolean;
  readonly policyVersion: number;
  readonly rows: readonly { readonly score: number }[];
}

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

it('an administrator drafts a version of the policy, an approver confirms it, and the ranking follows', async () => {
  const approver = await signIn(server, 'gao');
  const inspector = await signIn(server, 'fang');
  // Last: with the first administrator's enrolment the bootstrap token ends.
  const administrator = await signedUp(server, { name: 'hu', roles: ['administrator'] });
  const asked = '/api/rankings?limit=1';
  const before = await fresh<{ stale: boolean; policyVersion: number; rows: { score: number }[] }>(
    inspector,
    asked,
  );
  expect(before.rows[0]?.score).toBeGreaterThan(1);

  const { page, errors } = await openAs(browser, server, administrator, '/policy');
  const row = page.locator('tr[data-path="sources.audit-finding.cap"]');
  await row.getByRole('button', { name: /^Change: / }).click();
  await row.getByRole('textbox').fill('1');
  const draft = page.locator('[data-part=draft]');
  await draft
    .getByText(/nothing counts by it until another person, an approver for all units/)
    .waitFor();
  await draft.getByLabel('Why').fill('audit weighs less');
  await draft.getByRole('button', { name: 'See what changes' }).click();
  await draft.getByRole('button', { name: 'Save as a draft' }).click();
  const waiting = page.locator('[data-waiting]');
  await waiting
    .getByText(/^hu drafted it on .*, against version 1: audit weighs less\.$/)
    .waitFor();
  const change = ['Audit findings · Most points', '30', '1', 'points'];
  expect(await cellsOf(waiting)).toEqual(change);
  // Whoever would draft another finds out before typing anything.
  await waiting.getByText(/nobody can draft another/).waitFor();
  expect(await page.getByRole('button', { name: /^Change: / }).count()).toBe(0);
  expect(await page.getByLabel('Public days of a notice').count()).toBe(0);
  expect(await accessFaults(page)).toEqual([]);
  await waiting.getByRole('link', { name: 'Look at the proposal' }).click();
  await page.getByText('You proposed it: somebody else decides.').waitFor();
  expect(await page.getByRole('button', { name: 'Confirm' }).count()).toBe(0);

  const second = await openAs(browser, server, approver, '/proposals');
  const proposal = second.page.locator('article[data-proposal]');
  await proposal.getByRole('heading', { name: 'Draft of the policy, against version 1' }).waitFor();
  expect(await cellsOf(proposal)).toEqual(change);
  await proposal.getByRole('button', { name: 'See what changes' }).click();
  await proposal.getByText(/\d+ totals of \d+ would differ/).waitFor();
  expect(await proposal.innerText()).not.toMatch(/S00\d|Zhang/);
  expect(await accessFaults(second.page)).toEqual([]);
  await proposal.getByRole('button', { name: 'Confirm' }).click();
  await proposal.getByRole('textbox').fill('as agreed');
  await proposal.locator('form button[type=submit]').click();
  await second.page.getByText('Nothing waits for a second person.').waitFor();

  const after = await fresh<Ranked>(inspector, asked);
  expect(after.policyVersion).toBe(2);
  expect(after.rows[0]?.score).toBeLessThan(before.rows[0]?.score ?? 0);
  await page.goto(`${server.url}/policy`);
  await page.getByText('Drafted by hu, confirmed by gao.').waitFor();
  await page.getByText('All 2 versions').click();
  const made = page.locator('[data-version="2"]');
  expect(await made.innerText()).toMatch(/2 \(current\).*hu.*gao.*audit weighs less/s);
  expect(await accessFaults(page)).toEqual([]);
  expect([...errors, ...second.errors]).toEqual([]);
  await page.context().close();
  await second.page.context().close();
});

/** The cells of the one row of a table of changes, once there is one. */
async function cellsOf(within: Locator) {
  const row = within.locator('tr[data-change]');
  await row.waitFor();
  const texts = await row.locator('td').allInnerTexts();
  return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}
