import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { packedBrowser } from './packed-browser.js';
import { token } from './server.js';

const DEBIAN = '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** The browser from npm, a shell without windows that takes half the time of a whole one; else Debian's Chromium. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ args, ...(packedBrowser ?? { executablePath: DEBIAN }) });
}

/** A page that has noted every error: of its scripts, its console, and its policy for content. */
export interface WatchedPage {
  readonly page: Page;
  /** Empty on a page that works. */
  readonly errors: string[];
}

/** Opens an address in a context of its own, at 1440 px in English unless told otherwise. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // A colour that is on its way to another is neither.
    reducedMotion: 'reduce',
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
    ...options,
  });
  // As the limits in vitest.config.ts.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  await page.goto(address);
  return { page, errors };
}

/** What axe finds wrong with a page as it is now: rule and elements, empty where nothing is. */
export async function accessFaults(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules.length) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .slice(0, 3)
        .join(' | ')}`,
  );
}
