import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../measure.ts';
import type { Batches } from './batches.ts';
import type { Running } from './context.ts';
import { importAll } from './requests.ts';

export const READERS = 50;

/** Readers that look at each answer for two seconds, and readers that never look: the machine's throughput then decides. */
export const CALM = 2;
export const HASTY = 0;
export type Pace = typeof CALM | typeof HASTY;
export const nameOf = (every: Pace, asked: string): string =>
  every
    ? `${READERS} readers, ${asked} each every ${every} s, p95`
    : `${READERS} readers without a pause, p95`;

/** How long readers are watched, at each of these paces. */
export interface Watching {
  readonly seconds: number;
  readonly paces: readonly Pace[];
}

/** What readers ask for, and how. */
export interface Reading {
  readonly token: string;
  /** The path of the next request. */
  readonly path: () => string;
  /** Seconds between a reader's requests; 0: at once. */
  readonly every: number;
  readonly seconds: number;
}

/** One request over a connection that is kept; a client as light as Node has, since it shares the machine. */
function ask(url: string, agent: Agent, token: string): Promise<number> {
  const start = performance.now();
  return new Promise((done, fail) => {
    const headers = { authorization: `Bearer ${token}` };
    get(url, { agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        if (answer.statusCode === 200) done((performance.now() - start) / 1000);
        else fail(new Error(`${url}: ${answer.statusCode}`));
      });
    }).once('error', fail);
  });
}

/** The time that 95 of 100 answers stay below while 50 readers ask. */
export async function readersWait(
  { server }: Running,
  { token, path, every, seconds }: Reading,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  const reader = async (number: number) => {
    // Readers don't begin in step.
    if (every) await pause((number / READERS) * every * 1000);
    while (performance.now() < until) {
      const next = performance.now() + every * 1000;
      times.push(await ask(server.url + path(), agent, token));
      if (next >= until) break;
      await pause(Math.max(0, next - performance.now()));
    }
  };
  await Promise.all(Array.from({ length: READERS }, (_, number) => reader(number)));
  agent.destroy();
  return percentile(times, 0.95);
}

/** Has batches of 1,000 records come in, one a second, while `work` is done; `token` is that of readers who send none. */
export async function whileIngesting<T>(
  { server }: Running,
  batches: Batches,
  work: (token: string) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const { signal } = ending;
  const ingest = (async () => {
    while (!signal.aborted) {
      await importAll(server, 'inspection-opinion', batches.next());
      await pause(1000, undefined, { signal }).catch(() => undefined);
    }
  })();
  try {
    const { token } = await server.json<{ token: string }>('/api/tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'service', days: 1 }),
    });
    return await work(token);
  } finally {
    ending.abort();
    await ingest;
  }
}
