import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, enrol, makeAccount, PASSWORD } from '../../support/access/sign-in.js';
import { nobody, openAs } from '../../support/access/signed-in-page.js';
import { accessFaults, launchBrowser, openPage } from '../../support/browser.js';
import { importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  await importSmallProvince(server);
  const id = await makeAccount(server, { name: 'li', roles: ['inspector', 'data-officer'] });
  await enrol(server, id);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const field = (page: Page, name: RegExp | string) => page.getByRole('textbox', { name });

async function give(page: Page, name: string, password: string) {
  await field(page, 'Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** A link for a new account. */
async function linkFor(name: string, roles = ['inspector']): Promise<string> {
  const id = await makeAccount(server, { name, roles });
  const made = await server.json<{ url: string }>(`/api/users/${id}/links`, body('POST', {}));
  return made.url;
}

describe('who is not signed in', () => {
  it('comes to the door, sees nothing, and goes on to where they wanted', async () => {
    const wanted = '/units?unit=PB&asOf=2026-06-30&sort=-overdue';
    const { page } = await openPage(browser, server.url + wanted, nobody);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await accessFaults(page)).toEqual([]);
    await give(page, 'Li', PASSWORD);
    await page.waitForURL(`**${wanted}`);
    await page.getByRole('cell', { name: 'Bureau B' }).waitFor();
    await page.context().close();
  });

  it('is not led to another site', async () => {
    for (const elsewhere of ['//evil.example/', 'https://evil.example/', '/%5Cevil.example']) {
      const address = `${server.url}/sign-in?to=${elsewhere}`;
      const { page } = await openPage(browser, address, nobody);
      await give(page, 'li', PASSWORD);
      await page.getByRole('heading', { name: 'Ranking' }).waitFor();
      expect(page.url()).toBe(`${server.url}/`);
      await page.context().close();
    }
  });

  it('is told the same whatever was wrong', async () => {
    const { page } = await openPage(browser, `${server.url}/sign-in`, nobody);
    await give(page, 'li', 'not this one at all');
    const told = await page.getByRole('alert').textContent();
    await give(page, 'nobody-of-that-name', 'not this one at all');
    await page.waitForResponse('**/api/session');
    expect(await page.getByRole('alert').textContent()).toBe(told);
    expect(told).toMatch(/Name, password or code is wrong/);
    await page.context().close();
  });

  it('is told how long to wait after too many attempts', async () => {
    const refusal = {
      status: 429,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:probity:too-many-attempts',
        retryAfterSeconds: 2,
        detail: '',
      }),
    };
    const { page } = await openPage(browser, `${server.url}/sign-in`, nobody);
    await page.route('**/api/session', (route) => route.fulfill(refusal));
    await give(page, 'li', 'not this one at all');
    await page
      .getByRole('alert')
      .getByText(/try again in [12] s/)
      .waitFor();
    const button = page.getByRole('button', { name: 'Sign in', exact: true });
    expect(await button.isDisabled()).toBe(true);
    await page.unroute('**/api/session');
    await page.waitForFunction(() => !document.querySelector('button[type=submit]:disabled'));
    await give(page, 'li', PASSWORD);
    await page.getByRole('heading', { name: 'Ranking' }).waitFor();
    await page.context().close();
  });
});

describe('a one-time link', () => {
  it('of a new installation signs in by itself, and leaves no secret behind', async () => {
    const link = /Sign in: (\S+)/.exec(server.output())?.[1] ?? '';
    const { page, errors } = await openPage(browser, link, nobody);
    await page.getByRole('heading', { name: 'Ranking' }).waitFor();
    expect(page.url()).toBe(`${server.url}/`);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    await page.getByText('No administrator has enrolled yet.').waitFor();
    expect(errors).toEqual([]);
    await page.goBack();
    expect(page.url()).not.toContain('#');
    await page.context().close();
  });

  it('of an account sets its password, under the rules that it shows', async () => {
    const { page } = await openPage(browser, await linkFor('wang'), nobody);
    await page.getByText('The link is for the account wang.').waitFor();
    expect(page.url()).toBe(`${server.url}/sign-in`);
    await page.getByText(/^12 to 128 characters/).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await page.getByLabel('New password').pressSequentially('short');
    await page.getByLabel('The same once more').fill('short');
    await page.keyboard.press('Enter');
    const told = page.locator('label').filter({ hasText: 'New password' }).getByRole('alert');
    await told.filter({ hasText: 'Too short: give at least 12 characters.' }).waitFor();
    await page.getByLabel('New password').fill('passwordpassword');
    await told.waitFor({ state: 'detached' });
    await page.getByLabel('The same once more').fill('passwordpassword');
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page
      .getByRole('alert')
      .getByText(/among the first that anyone would try/)
      .waitFor();
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByLabel('The same once more').fill('something else');
    await page.getByText('The two are not the same.').waitFor();
    await page.getByLabel('The same once more').fill(PASSWORD);
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.getByRole('heading', { name: 'Ranking' }).waitFor();
    await page.context().close();
  });

  it('that was used says so, and leads to the form', async () => {
    const { page } = await openPage(browser, `${server.url}/sign-in#used-up`, nobody);
    await page.getByRole('heading', { name: 'This link does not open anything.' }).waitFor();
    await page.getByRole('button', { name: 'Sign in by name and password' }).click();
    await field(page, 'Name').waitFor();
    await page.context().close();
  });
});

describe('a session that ends while somebody works', () => {
  const asked = '/exports?asOf=2026-06-30';

  it('covers the page, and gives it back with what was typed', async () => {
    const id = await makeAccount(server, { name: 'zhao', roles: ['inspector'] });
    const zhao = await enrol(server, id);
    const { page } = await openAs(browser, server, zhao, asked);
    await field(page, 'Cron expression').or(field(page, 'Name')).first().fill('Typed before');
    const save = page.getByRole('button', { name: 'Save schedule' });
    await save.waitFor();
    await zhao.fetch('/api/session', { method: 'DELETE' });
    // By hand it might come too late: whatever the page asks for by itself covers it as well.
    await save.dispatchEvent('click');
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Exports' }).isVisible()).toBe(false);
    expect(await accessFaults(page)).toEqual([]);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Exports' }).waitFor();
    expect(page.url()).toBe(server.url + asked);
    expect(await field(page, 'Name').inputValue()).toBe('Typed before');
    await page.getByRole('button', { name: 'Save schedule' }).click();
    await page.locator('article[data-schedule="Typed before"]').waitFor();
    await page.context().close();
  });

  it('is begun anew in front of a dialog that is open', async () => {
    const id = await makeAccount(server, { name: 'qian', roles: ['inspector'] });
    const qian = await enrol(server, id);
    const { page } = await openAs(browser, server, qian, asked);
    await page.getByRole('heading', { name: 'Exports' }).waitFor();
    await page.keyboard.press('Control+k');
    const search = page.getByRole('dialog').getByRole('combobox');
    await search.waitFor();
    await qian.fetch('/api/session', { method: 'DELETE' });
    await search.fill('Li');
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await search.waitFor();
    expect(await search.inputValue()).toBe('Li');
    await page.context().close();
  });

  it('gives somebody else a page of their own', async () => {
    const id = await makeAccount(server, { name: 'sun', roles: ['inspector'] });
    const sun = await enrol(server, id);
    const { page } = await openAs(browser, server, sun, asked);
    await page.getByRole('heading', { name: 'Exports' }).waitFor();
    await sun.fetch('/api/session', { method: 'DELETE' });
    await page.getByRole('link', { name: 'Units' }).click();
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    await give(page, 'li', PASSWORD);
    await page.getByRole('heading', { name: 'Ranking' }).waitFor();
    expect(page.url()).toBe(`${server.url}/`);
    await page.context().close();
  });

  it('by the menu leaves nothing behind', async () => {
    const { page } = await openPage(browser, `${server.url}/sign-in`, nobody);
    await give(page, 'li', PASSWORD);
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto(server.url);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });
});
