import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { openAs } from '../../support/access/signed-in-page.js';
import { accessFaults, launchBrowser } from '../../support/browser.js';
import { importFile } from '../../support/records/imports.js';
import { importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

/** What each role sees: the words of its rail, and the page it comes to. */
const seen: Readonly<Record<string, { rail: string[]; first: string }>> = {
  inspector: {
    rail: [
      ...['Ranking', 'Follow-ups', 'Units', 'Appointments', 'Proposed talks', 'Random check'],
      ...['Records', 'Exports', 'Policy', 'Records over time'],
    ],
    first: 'Ranking',
  },
  leader: { rail: ['Follow-ups', 'Units'], first: 'Follow-ups' },
  'data-officer': { rail: ['Imports', 'Records'], first: 'Imports' },
  approver: { rail: ['Imports', 'Proposals', 'Policy'], first: 'Imports' },
  auditor: { rail: ['Audit', 'Records over time'], first: 'Audit log' },
  administrator: {
    rail: ['Accounts', 'Proposals', 'Policy', 'Records over time', 'Processes'],
    first: 'Accounts',
  },
  service: { rail: [], first: 'There is no page for your account yet.' },
};
const roles = Object.keys(seen);
/** A page of each word of the rail, and whose it is. */
const pages: Readonly<Record<string, string>> = {
  '/?band=high': 'Ranking',
  '/cadres/S002': 'Ranking',
  '/follow-ups': 'Follow-ups',
  '/units/PB': 'Units',
  '/appointments': 'Appointments',
  '/talks': 'Proposed talks',
  '/random-check': 'Random check',
  '/imports': 'Imports',
  '/records': 'Records',
  '/proposals': 'Proposals',
  '/exports': 'Exports',
  '/policy': 'Policy',
  '/accounts': 'Accounts',
  '/audit': 'Audit',
  '/over-time': 'Records over time',
  '/processes': 'Processes',
};
/** Whom no unit limits. */
const seesNoUnit = (role: string) => ['data-officer', 'auditor'].includes(role);
/** Nobody of a foreign unit, by name or number. */
const FOREIGN = /S001|Zhang/;

/** Two rows that contradict each other, of which both wait. */
const contrary = [
  'ref,staff_no,audit_no,phase,found_on,severity',
  'AF-9,S002,AU-9,in_term,2026-06-01,1',
  'AF-9,S002,AU-9,in_term,2026-06-01,2',
];

let server: TestServer;
let browser: Browser;
const accounts = new Map<string, SignedIn>();
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  await importSmallProvince(server);
  await importFile(server, 'audit-finding', contrary);
  for (const role of roles.filter((one) => one !== 'administrator')) {
    const account = {
      name: `a-${role}`,
      roles: [role],
      ...(!seesNoUnit(role) && { unitCode: 'PB' }),
    };
    accounts.set(role, await signedUp(server, account));
  }
  // Last: with the first administrator's enrolment the bootstrap token ends.
  accounts.set(
    'administrator',
    await signedUp(server, { name: 'a-administrator', roles: ['administrator'] }),
  );
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const open = (role: string, path: string, options = {}) =>
  openAs(browser, server, accounts.get(role) as SignedIn, path, options);

describe.each(roles)('%s', (role) => {
  const { rail, first } = seen[role] as (typeof seen)[string];

  it('comes to the first page of their own, with a rail of theirs alone', async () => {
    const { page, errors } = await open(role, '/');
    await page.getByRole('heading', { name: first, level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const words = await page.getByRole('navigation').getByRole('link').allInnerTexts();
    expect(words.filter(Boolean)).toEqual(rail);
    expect(await page.locator('body').innerText()).not.toMatch(FOREIGN);
    expect(await accessFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is told of every other page that it is not permitted, without a name', async () => {
    const { page, errors } = await open(role, '/my-sign-in');
    await page.getByRole('heading', { name: 'My sign-in' }).waitFor();
    for (const [path, word] of Object.entries(pages)) {
      if (rail.includes(word)) continue;
      await page.goto(server.url + path);
      const state = page.getByRole('heading', { name: /^Not permitted|^There is no page/ });
      await state.waitFor();
      const text = await page.locator('main').innerText();
      const isWhole = role === 'administrator' || seesNoUnit(role);
      expect(text).toMatch(isWhole ? /scope: All units/ : /scope: Bureau B/);
      expect(text).not.toMatch(/S00\d|Zhang|Wang|Li\b/);
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('fits a phone, in Chinese and dark, and can be used by everyone', async () => {
    const options = {
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      colorScheme: 'dark',
    } as const;
    const { page, errors } = await open(role, '/more', options);
    await page.getByRole('button', { name: '退出' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await page.goto(server.url);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await accessFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('a second person', () => {
  it('sees refused rows of others, and no way to files that are not theirs', async () => {
    const { page, errors } = await open('approver', '/imports');
    const row = page.locator('[data-row]').first();
    await row.waitFor();
    expect(await row.innerText()).toMatch(/Import \d+/);
    expect(await row.getByRole('link').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
