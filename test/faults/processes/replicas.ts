import { expect, onTestFinished } from 'vitest';
import { body, type SignedIn } from '../../support/access/sign-in.js';
import type { ReachableServer } from '../../support/server.js';

/** What the tests look at in a ranking. */
export interface Ranking {
  readonly stale: boolean;
  readonly runId: number;
  readonly rows: readonly { readonly staffNo: string; readonly score: number }[];
}

/** Reads a ranking at all these servers until told to stop; answers with everything that was seen, by run. */
export function watch(
  servers: readonly ReachableServer[],
  path: string,
): () => Promise<Map<number, Set<string>>> {
  let done = false;
  const seen = new Map<number, Set<string>>();
  const read = async (server: ReachableServer) => {
    while (!done) {
      const { runId, rows } = await server.json<Ranking>(path);
      seen.set(runId, (seen.get(runId) ?? new Set()).add(JSON.stringify(rows)));
    }
  };
  const readers = servers.map(read);
  for (const reader of readers) reader.catch(() => undefined);
  onTestFinished(() => {
    done = true;
  });
  return async () => {
    done = true;
    await Promise.all(readers);
    return seen;
  };
}

/** Other bands, points and obligations than the first version's. */
export const otherRules = {
  bands: { high: 9, elevated: 6, watch: 3 },
  sources: {
    'audit-finding': { severityPoints: { severity4: 6 }, followUps: { fromSeverity: 4 } },
  },
};

/** What a server says that a policy would change. */
interface WhatIf {
  readonly rescoredCount: number;
  readonly people: readonly unknown[];
  readonly overdue: Readonly<Record<string, unknown>>;
}

/** Asks two servers at once what other rules would change; it must be the same, and something. */
export async function sameWhatIf(servers: readonly [ReachableServer, ReachableServer]) {
  const ask = (server: ReachableServer) =>
    server.json<WhatIf>('/api/policy-previews', body('POST', { changes: otherRules }));
  const [here, there] = await Promise.all(servers.map(ask));
  expect(there).toEqual(here);
  expect(here?.rescoredCount).toBeGreaterThan(0);
  expect(here?.people.length).toBeGreaterThan(0);
  expect(Object.keys(here?.overdue ?? {})).toContain('rectify-finding');
}

/** A request of somebody who signed in at any server of the database, at this one. */
export async function askAs<T>(
  who: SignedIn,
  server: ReachableServer,
  path: string,
  init: RequestInit = {},
): Promise<T> {
  const headers = new Headers(init.headers);
  headers.set('cookie', who.cookie);
  headers.set('x-csrf-token', who.csrfToken);
  const answer = await fetch(server.url + path, { ...init, headers });
  expect(answer.ok, `${path}: ${answer.status}`).toBe(true);
  return (await answer.json()) as T;
}

/** Asks two servers the same on somebody's behalf; they must answer alike. */
export const sameAt =
  (servers: readonly [ReachableServer, ReachableServer]) =>
  async (who: SignedIn, path: string, init?: RequestInit): Promise<unknown> => {
    const [here, there] = await Promise.all(
      servers.map((server) => askAs<unknown>(who, server, path, init)),
    );
    expect(there, path).toEqual(here);
    return here;
  };
