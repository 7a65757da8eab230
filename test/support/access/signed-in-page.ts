import type { Browser, BrowserContextOptions } from 'playwright-core';
import { openPage, type WatchedPage } from '../browser.js';
import type { TestServer } from '../server.js';
import type { SignedIn } from './sign-in.js';

/** A browser without any token. */
export const nobody: BrowserContextOptions = { extraHTTPHeaders: {} };

/** What a browser has that holds a session's cookie, and nothing else. */
export function holding(server: TestServer, { cookie }: SignedIn): BrowserContextOptions {
  const [name = '', value = ''] = cookie.split('=');
  const { hostname } = new URL(server.url);
  const kept = { name, value, domain: hostname, path: '/', expires: -1 };
  const flags = { httpOnly: true, secure: false, sameSite: 'Strict' } as const;
  return { ...nobody, storageState: { cookies: [{ ...kept, ...flags }], origins: [] } };
}

/** Opens a path as somebody who is signed in. */
export const openAs = (
  browser: Browser,
  server: TestServer,
  who: SignedIn,
  path: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> =>
  openPage(browser, server.url + path, { ...holding(server, who), ...options });
