import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, signIn } from '../../support/access/sign-in.js';
import { nobody, openAs } from '../../support/access/signed-in-page.js';
import { accessFaults, launchBrowser, openPage } from '../../support/browser.js';
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
const secretOn = (page: Page) => page.locator('.secret').innerText();

/** Fills the form of a new account and adds it. */
async function addAccount(page: Page, name: string, role: RegExp, unit?: string) {
  await press(page, 'New account');
  await page.locator('form input[name=name]').fill(name);
  for (const box of await page.getByRole('checkbox', { checked: true }).all()) await box.uncheck();
  await page.getByRole('checkbox', { name: role }).check();
  if (unit) await page.getByRole('combobox', { name: 'Unit' }).fill(unit);
  else await page.getByRole('radio', { name: 'All units' }).check();
  await press(page, 'Add the account');
  await page.getByText(`Signs in as ${name}.`).waitFor();
}

/** Sets the password that a link asks for, in a browser of its own. */
async function enrolBy(link: string): Promise<Page> {
  const { page } = await openPage(browser, link, nobody);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByLabel('The same once more').fill(PASSWORD);
  await press(page, 'Save and sign in');
  await page.getByRole('button', { name: /^Account/ }).waitFor();
  return page;
}

describe('setting up', () => {
  it('leads from the printed link to the first administrator, and ends with their enrolment', async () => {
    const printed = /Sign in: (\S+)/.exec(server.output())?.[1] ?? '';
    const { page } = await openPage(browser, printed, nobody);
    await page.getByRole('link', { name: 'Create the first administrator' }).click();
    await page.getByRole('heading', { name: 'Accounts' }).waitFor();
    await page
      .getByText(/the bootstrap token are over for good/)
      .first()
      .waitFor();
    await press(page, 'New account');
    expect(await page.getByRole('checkbox', { name: /^administrator/ }).isChecked()).toBe(true);
    expect(await accessFaults(page)).toEqual([]);
    await press(page, 'Cancel');
    await addAccount(page, 'chief', /^administrator/);
    await page.getByText(/this session and the bootstrap token end/).waitFor();
    await press(page, 'Make a link');
    const chief = await enrolBy(await secretOn(page));
    await chief.getByRole('link', { name: 'Accounts' }).waitFor();
    expect(await chief.getByText('No administrator has enrolled yet.').count()).toBe(0);
    await page.getByRole('link', { name: 'All accounts' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByText('has ended, because an administrator has enrolled').waitFor();
    await chief.context().close();
    await page.context().close();
  });
});

describe('an administrator', () => {
  const open = async (path: string) => openAs(browser, server, await signIn(server, 'chief'), path);

  it('adds an account for a unit, whose link works once and whose scope it keeps to', async () => {
    const { page, errors } = await open('/accounts');
    await addAccount(page, 'zhou', /^inspector/, 'PB');
    await press(page, 'Make a link');
    const link = await secretOn(page);
    const zhou = await enrolBy(link);
    await zhou.getByRole('button', { name: /^Unit/ }).getByText('Bureau B').waitFor();
    expect(await zhou.getByText('S001').count()).toBe(0);
    await zhou.goto(link);
    await zhou.getByRole('heading', { name: 'This link does not open anything.' }).waitFor();
    expect(errors).toEqual([]);
    await zhou.context().close();
    await page.context().close();
  });

  it('cannot take a unit that there isn’t', async () => {
    const { page } = await open('/accounts');
    await press(page, 'New account');
    await page.locator('form input[name=name]').fill('lost');
    await page.getByRole('checkbox', { name: /^leader/ }).check();
    await page.getByRole('combobox', { name: 'Unit' }).fill('PX');
    await page.getByText('There is no unit with this code.').waitFor();
    await press(page, 'Add the account');
    await press(page, 'Cancel');
    expect(await page.locator('tr[data-account=lost]').count()).toBe(0);
    await page.context().close();
  });

  it('recuses, moves, disables and lets in again, each from the next request on', async () => {
    const zhou = await signIn(server, 'zhou');
    const { page, errors } = await open('/accounts');
    await page.getByRole('link', { name: 'zhou' }).click();
    await page.getByLabel('Staff number of the person').fill('S002');
    await page.getByLabel('Reason').fill('a relative');
    await press(page, 'Add a recusal');
    await page.getByText('a relative').waitFor();
    expect((await zhou.fetch('/api/cadres/S002')).status).toBe(404);
    await page.getByRole('combobox', { name: 'Unit' }).fill('PA');
    await press(page, 'Save');
    await expect.poll(async () => (await zhou.fetch('/api/cadres/S001')).status).toBe(200);
    await press(page, 'Disable the account');
    await page.getByText(/its tokens are refused/).waitFor();
    await press(page, 'Really disable');
    await page.getByText(/^disabled since/).waitFor();
    expect((await zhou.fetch('/api/session')).status).toBe(401);
    expect(await accessFaults(page)).toEqual([]);
    await press(page, 'Let in again');
    await press(page, 'Really let in');
    await page.getByRole('button', { name: 'Disable the account' }).waitFor();
    expect((await (await signIn(server, 'zhou')).fetch('/api/session')).status).toBe(200);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('makes a token that is shown once, and revokes it', async () => {
    const { page, errors } = await open('/accounts');
    await press(page, 'New token');
    await page.getByLabel('What for').fill('nightly import');
    await page.getByRole('checkbox', { name: /^data officer/ }).check();
    await press(page, 'Make the token');
    const token = await secretOn(page);
    const asked = () =>
      fetch(`${server.url}/api/imports`, { headers: { authorization: `Bearer ${token}` } });
    expect((await asked()).status).toBe(200);
    await page.reload();
    const line = page.locator('tr[data-token="nightly import"]');
    await line.getByText(/^good until/).waitFor();
    expect(await page.getByText(token).count()).toBe(0);
    await line.getByRole('button', { name: 'Revoke' }).click();
    await line.getByRole('button', { name: 'Really revoke' }).click();
    await line.getByText(/^revoked/).waitFor();
    expect((await asked()).status).toBe(401);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('cannot disable their own account', async () => {
    const { page } = await open('/accounts');
    await page.getByRole('link', { name: 'chief' }).click();
    await page.getByText('Somebody else must disable your own account.').waitFor();
    expect(await page.getByRole('button', { name: 'Disable the account' }).count()).toBe(0);
    await page.context().close();
  });
});
