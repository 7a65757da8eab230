import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessFaults, launchBrowser, openPage } from '../support/browser.js';
import {
  type Candidacy,
  importBureaus,
  importCase,
  importClearRecords,
} from '../support/records/clear-appointment.js';
import { csvOf, importAll } from '../support/records/importing.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let browser: Browser;

const open: Candidacy = { caseNo: 'C-1', staffNo: 'S1' };
const breach: Candidacy = { caseNo: 'C-2', staffNo: 'S2' };

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const visit = (path: string, options = {}) => openPage(browser, `${server.url}${path}`, options);

describe('appointments', () => {
  it('say what to import while there are none', async () => {
    const { page, errors } = await visit('/appointments');
    await page.getByText('There are no appointment cases yet.').waitFor();
    expect([errors, await accessFaults(page)]).toEqual([[], []]);
  });

  describe('with cases', () => {
    beforeAll(async () => {
      await importBureaus(server);
      for (const one of [open, breach]) await importCase(server, one);
      for (const one of [open, breach]) await importClearRecords(server, one);
      await importAll(
        server,
        'sanctions',
        csvOf('ref,staff_no,kind,decided_on,effect_until', 'SA-2,S2,warning,2026-06-01,2026-12-01'),
      );
      await importCase(server, breach, '2026-06-15,appointed');
    });

    it('show breaches before anything else, and open each case', async () => {
      const { page, errors } = await visit('/appointments?asOf=2026-06-30');
      await page.getByText('1 appointment was made against a blocked gate.').waitFor();
      const rows = page.locator('tbody tr');
      expect(await rows.first().innerText()).toMatch(/C-2[\s\S]*breach[\s\S]*Sanction/);
      await page.getByRole('button', { name: 'Decided 1' }).click();
      await expect.poll(() => rows.count()).toBe(1);
      expect([errors, await accessFaults(page)]).toEqual([[], []]);
      await page.getByRole('link', { name: 'C-2' }).click();
      await page.getByText('although the gate was blocked: a breach').waitFor();
      await page.getByText('the same, byte for byte').waitFor();
      expect([errors, await accessFaults(page)]).toEqual([[], []]);
    });

    it('tell of a case what is missing, in both languages, on a phone and in the dark', async () => {
      const { page, errors } = await visit('/appointments/C-1?asOf=2026-05-12', {
        ...{ locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
      });
      await page.getByText('受阻原因').waitFor();
      await page.getByText('听取该方面意见').first().waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
      expect([errors, await accessFaults(page)]).toEqual([[], []]);
    });

    it('that are not there are told as that', async () => {
      const { page } = await visit('/appointments/C-9');
      await page.getByText('There is nothing under this address.').waitFor();
    });
  });
});

describe('what follows from records', () => {
  const held = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);

  it('is proposed with its reason, and agreed to in place', async () => {
    await importAll(
      server,
      'debriefing-score',
      csvOf('staff_no,year,held_on,score,grade', `S3,${held.slice(0, 4)},${held},55,incompetent`),
    );
    const { page, errors } = await visit('/talks');
    const talk = page.locator('[data-talk]');
    await expect
      .poll(async () => {
        await page.reload();
        await page.getByText(/^(No talk waits|1 talk waits)/).waitFor();
        return talk.count();
      })
      .toBe(1);
    await talk.getByText(/^Post adjustment/).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await talk.getByRole('button', { name: 'Accept or change…' }).click();
    await talk.getByLabel('Kind of talk').selectOption({ label: 'Criticism and admonition' });
    await page.reload();
    await talk.getByText('Restored what you had typed before.').waitFor();
    expect(await talk.getByLabel('Kind of talk').inputValue()).toBe('admonition');
    expect(await accessFaults(page)).toEqual([]);
    await talk.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('No talk waits for a decision.').waitFor();
    await page.getByRole('button', { name: 'Accepted' }).click();
    await talk.getByText(/^Criticism and admonition/).waitFor();
    await talk.getByRole('link', { name: 'Foreign Fu' }).click();
    await page.locator('[data-person-talks] [data-outcome]').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is drawn by lot once a year, and says who is checked and why', async () => {
    const { page, errors } = await visit('/random-check', { locale: 'zh-CN' });
    await page.getByText('尚未抽签。').waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '抽签…' }).click();
    await page.getByLabel('报告年度').fill('2025');
    await page.getByRole('button', { name: '立即抽签' }).click();
    await page.getByText(/2 人中抽中 1 人，连同拟提拔对象共核查/).waitFor();
    await page.getByRole('cell', { name: /抽中/ }).waitFor();
    expect([errors, await accessFaults(page)]).toEqual([[], []]);
    await page.context().close();
  });
});
