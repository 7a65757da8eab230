import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessFaults, launchBrowser, openPage } from '../support/browser.js';
import { csvOf, importAll } from '../support/records/importing.js';
import { startServer, type TestServer } from '../support/server.js';

const PEOPLE = 30;

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const people = Array.from({ length: PEOPLE }, (_, index) => `S${index + 1}`);
  await importAll(server, 'units', csvOf('unit_code,name', 'U1,财政局'));
  const cadres = people.map((staffNo) => `${staffNo},${staffNo} 某,U1`);
  await importAll(server, 'cadres', csvOf('staff_no,name,unit_code', ...cadres));
  const opinions = people.map((staffNo) => `A${staffNo},${staffNo},2026-01-05,peer,work,-2`);
  const header = 'ref,staff_no,given_on,respondent,circle,rating';
  await importAll(server, 'inspection-opinion', csvOf(header, ...opinions));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const problem = (status: number, detail: string, number?: string) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'urn:probity:failed', title: 'x', status, detail, number }),
  });

async function openBlank() {
  const watched = await openPage(browser, `${server.url}/more`);
  await watched.page.locator('h1').waitFor();
  return watched;
}

describe('where only one source has records', () => {
  it('says why nobody can score much and most are insufficient', async () => {
    const { page, errors } = await openPage(browser, server.url);
    const why = page.getByRole('note');
    await why.getByText(/Only records of one source, Inspection opinion, give points/).waitFor();
    await why.getByText(/at most 20 points/).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('a part that fails', () => {
  it('says so with a number to quote, leaves the rest alive, and can be tried again', async () => {
    const { page } = await openBlank();
    const broken = '**/api/rankings/distribution*';
    await page.route(broken, problem(500, 'Something failed here.', 'N-4711'));
    await page.getByRole('link', { name: 'Ranking' }).first().click();
    const alert = page.getByRole('alert');
    await alert.getByText('This part could not be loaded.').waitFor();
    await alert.getByText('Number to quote: N-4711').waitFor();
    await page.locator('tr[data-staff-no]').first().waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await page.unroute(broken);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.locator('button[data-band]').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
  });

  it('that is not permitted says what the scope is, and no names', async () => {
    const { page } = await openBlank();
    await page.route('**/api/follow-ups/summary*', problem(403, 'Not permitted.'));
    await page.getByRole('link', { name: 'Follow-ups' }).first().click();
    await page.getByText('Not permitted.').waitFor();
    await page.getByText(/^Your scope is All units\./).waitFor();
    expect(await page.locator('main table').count()).toBe(0);
    await page.context().close();
  });
});

describe('stale scores', () => {
  it('say since when and what will happen', async () => {
    const { page } = await openBlank();
    await page.route('**/api/freshness', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), stale: true } });
    });
    await page.goto(`${server.url}/units`);
    await page.getByText(/^Scored .*; records or the policy have changed since\./).waitFor();
    await page.context().close();
  });
});

describe('where nothing is overdue', () => {
  it('says so as good news, with when the next falls due', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/follow-ups?asOf=2026-01-20`);
    await page.getByText('Nothing is overdue.').first().waitFor();
    await page.getByText('The next one falls due on 6 Mar 2026.').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('an address with what cannot be used', () => {
  it.each([
    ['/?band=zzz&q=S1', 'band=zzz', '/?q=S1'],
    ['/?scoreFrom=abc', 'scoreFrom=abc', '/'],
    ['/follow-ups?state=zzz&kind=foo', 'state=zzz, kind=foo', '/follow-ups'],
  ])('%s says so, and leads to the page without it', async (path, parts, without) => {
    const { page, errors } = await openPage(browser, server.url + path);
    await page.getByRole('heading', { name: `what cannot be used: ${parts}` }).waitFor();
    expect(await page.locator('main table').count()).toBe(0);
    expect(await accessFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Show the page without it' }).click();
    await page.waitForURL(server.url + without);
    await page.locator('main table').first().waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('of a unit that is none says so once', async () => {
    const { page } = await openPage(browser, `${server.url}/?unit=NONE`);
    await page.getByText('There is nothing under this address.').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('There is nothing under this address.').count()).toBe(1);
    await page.context().close();
  });
});
