import { generateSync } from 'otplib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, type SignedIn, signedUp, signIn } from '../../support/access/sign-in.js';
import { openAs } from '../../support/access/signed-in-page.js';
import { accessFaults, launchBrowser } from '../../support/browser.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
let browser: Browser;
let wu: SignedIn;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  wu = await signedUp(server, { name: 'wu', roles: ['data-officer'], displayName: 'Wu Min' });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('one’s own sign-in', () => {
  it('ends a session that one does not know', async () => {
    const elsewhere = await signIn(server, 'wu');
    const { page, errors } = await openAs(browser, server, wu, '/imports');
    await page.getByRole('button', { name: 'Account Wu Min' }).click();
    await page.getByRole('link', { name: 'My sign-in' }).click();
    await page.getByText('this one').waitFor();
    await press(page, 'End');
    await expect.poll(async () => (await elsewhere.fetch('/api/session')).status).toBe(401);
    expect((await wu.fetch('/api/session')).status).toBe(200);
    expect(await accessFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('sets up a second factor, which the next sign-in asks for, and takes it away', async () => {
    const { page } = await openAs(browser, server, wu, '/my-sign-in');
    await press(page, 'Set up');
    await page.getByLabel('Present password').fill(PASSWORD);
    await press(page, 'Set up');
    await page.getByRole('img', { name: 'QR code for the authenticator' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    const secret = (await page.locator('section code').innerText()).replaceAll(' ', '');
    await page.getByLabel('The code that it shows now').fill(generateSync({ secret }));
    await press(page, 'Confirm');
    await page.getByText(/^The second factor is in force/).waitFor();
    const [recovery] = (await page.locator('.secret').innerText()).split('\n');
    await page.getByText(/^Set up: besides your password/).waitFor();
    await expect(signIn(server, 'wu')).rejects.toThrow('sign-in-refused');
    await signIn(server, 'wu', PASSWORD, recovery);
    await press(page, 'Remove');
    await page.getByLabel('Present password').fill('not this one at all');
    await press(page, 'Remove');
    await page
      .getByRole('alert')
      .getByText(/not your present password/)
      .waitFor();
    await page.getByLabel('Present password').fill(PASSWORD);
    await press(page, 'Remove');
    await page.getByText(/^Not set up/).waitFor();
    await page.context().close();
  });

  it('changes the password, and goes on in a session that takes changes', async () => {
    const elsewhere = await signIn(server, 'wu');
    const { page } = await openAs(browser, server, wu, '/my-sign-in');
    await press(page, 'Change the password');
    await page.getByLabel('Present password').fill(PASSWORD);
    await page.getByLabel('New password').fill('nine purple kettles');
    await page.getByLabel('The same once more').fill('nine purple kettles');
    await press(page, 'Save the new password');
    await page.getByText('The password is changed').waitFor();
    expect((await elsewhere.fetch('/api/session')).status).toBe(401);
    await press(page, 'New token');
    expect(await page.getByRole('checkbox', { name: /^administrator/ }).count()).toBe(0);
    await page.getByLabel('What for').fill('own');
    await page.getByRole('checkbox', { name: /^data officer/ }).check();
    await press(page, 'Make the token');
    await page.locator('.secret').waitFor();
    await page.context().close();
  });
});
