import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';
import type { Config } from '../../platform/config.js';
import { Problem } from '../../platform/errors/problem.js';
import { cookieValue } from '../callers/credentials.js';

/** The prefix makes browsers refuse the cookie unless it came over HTTPS, for this host and every path. */
const nameOf = ({ publicOrigin }: Config) => (publicOrigin ? '__Host-probity' : 'probity');

/** What a session's cookie holds; undefined where there is none that could be ours. */
export function sessionToken(request: IncomingMessage, config: Config): string | undefined {
  const value = cookieValue(request, nameOf(config));
  return value && /^[\w-]{43}$/.test(value) ? value : undefined;
}

const attributes = (config: Config) =>
  ({
    httpOnly: true,
    sameSite: 'strict',
    secure: config.publicOrigin !== undefined,
    path: '/',
  }) as const;

/** Gives the browser a session, until it is closed or the session ends. */
export function giveCookie(response: Response, token: string, config: Config): void {
  response.cookie(nameOf(config), token, attributes(config));
}

export function takeCookie(response: Response, config: Config): void {
  response.clearCookie(nameOf(config), attributes(config));
}

/** What a page must send along with every change (`x-csrf-token`): only one that could read it knows it. */
export const csrfToken = (token: string): string =>
  createHmac('sha256', token).update('csrf').digest('base64url');

/** Refuses (403) a change made by a session's cookie alone, as another site could make a browser send it. */
export function demandCsrfToken(request: IncomingMessage, token: string): void {
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
  const expected = Buffer.from(csrfToken(token));
  if (given.length === expected.length && timingSafeEqual(given, expected)) return;
  throw new Problem(403, {
    code: 'csrf-token',
    parameter: 'x-csrf-token',
    detail:
      "A change needs the session's own token in the header x-csrf-token; GET /api/session says it.",
  });
}
