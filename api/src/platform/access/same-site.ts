import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../errors/problem.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Refuses what another site may have made a browser on this machine send. Whoever needs no token is
 * trusted for where the request comes from, so the request must show that no other page is behind
 * it: it names this server by a loopback address (a foreign name that resolves to one is a page that
 * rebinds its own), and a change comes from this server's own pages or from no page at all.
 * Throws 403.
 */
export function demandSameSite(method: string | undefined, headers: IncomingHttpHeaders): void {
  const host = headers.host ?? '';
  if (!LOOPBACK.test(host.replace(/:\d+$/, ''))) {
    throw foreign('Without a token this server answers only to its loopback address.');
  }
  if (READING.has(method ?? '')) return;
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const own = origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
  if (!own || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw foreign('A page of another site may not change anything here.');
  }
}

const foreign = (detail: string) => new Problem(403, { code: 'foreign-site', detail });
