import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../errors/problem.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Refuses what another site may have made a browser send: a cookie goes along by itself, so the
 * request must show that no other page is behind it. A change comes from this server's own pages or
 * from no page at all. `publicOrigin` is where browsers find the product over HTTPS; without it they
 * are on this machine and name it by a loopback address (a foreign name that resolves to one is a
 * page that rebinds its own), and no password travels over an open network. Throws 403.
 */
export function demandSameSite(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  publicOrigin?: string,
): void {
  const host = headers.host ?? '';
  const local = LOOPBACK.test(host.replace(/:\d+$/, ''));
  if (!local && publicOrigin === undefined) {
    throw foreign(
      'Signing in takes HTTPS (PROBITY_PUBLIC_URL), or a browser on this machine at its loopback address.',
    );
  }
  if (READING.has(method ?? '')) return;
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const own =
    origin === undefined ||
    origin === publicOrigin ||
    (local && (origin === `http://${host}` || origin === `https://${host}`));
  if (!own || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw foreign('A page of another site may not change anything here.');
  }
}

const foreign = (detail: string) => new Problem(403, { code: 'foreign-site', detail });
