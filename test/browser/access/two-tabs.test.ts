import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSWORD, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { openAs } from '../../support/access/signed-in-page.js';
import { launchBrowser } from '../../support/browser.js';
import { importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
let browser: Browser;
let chen: SignedIn;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  await importSmallProvince(server);
  await signedUp(server, { name: 'deng', roles: ['data-officer'] });
  chen = await signedUp(server, { name: 'chen', roles: ['inspector'] });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const account = (page: Page) => page.getByRole('button', { name: /^Account/ });

async function signIn(page: Page, name: string) {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Waits until a page is of the data officer, who has another menu, and shows nothing of the inspector's. */
async function isOfDeng(page: Page) {
  await account(page).filter({ hasText: 'deng' }).waitFor();
  await page.getByRole('heading', { name: 'Imports', exact: true }).waitFor();
  expect(await page.getByRole('link', { name: 'Ranking' }).count()).toBe(0);
  expect(await page.locator('tr[data-staff-no]').count()).toBe(0);
}

it('covers the other tabs at the sign-out, and makes them those of whoever signs in', async () => {
  const { page: one } = await openAs(browser, server, chen, '/');
  const other = await one.context().newPage();
  await other.goto(server.url);
  await other.locator('tr[data-staff-no]').first().waitFor();
  await account(one).click();
  await one.getByRole('button', { name: 'Sign out' }).click();
  await other.getByRole('heading', { name: 'Your session has ended' }).waitFor();
  expect(await other.locator('tr[data-staff-no]').first().isVisible()).toBe(false);
  await signIn(one, 'deng');
  await isOfDeng(one);
  await isOfDeng(other);
  await one.context().close();
});

it('takes a change that is refused by its token for a sign of another session', async () => {
  const again = await signedUp(server, { name: 'fang', roles: ['inspector'] });
  const { page } = await openAs(browser, server, again, '/exports');
  await page.getByRole('textbox', { name: 'Name' }).fill('Of another');
  const dengs = await signedUp(server, { name: 'deng-too', roles: ['data-officer'] });
  const [name = '', value = ''] = dengs.cookie.split('=');
  await page.context().addCookies([{ name, value, url: server.url }]);
  await page.getByRole('button', { name: 'Save schedule' }).click();
  await isOfDeng(page);
  await page.context().close();
});
