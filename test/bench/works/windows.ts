import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Measure, measure, percentile } from '../measure.ts';
import { randomNumbers } from '../population.ts';
import type { Batches } from './batches.ts';
import type { Running } from './context.ts';
import { importAll } from './requests.ts';

const READERS = 50;
const WINDOW = 100;
/** A unit of 10,000. */
const UNIT = 'B0';
const MUST_SECONDS = 0.05;

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

/** How long windows anywhere take while 50 readers ask and batches come in. `every`: seconds between a reader's requests; 0: at once. */
async function read(
  { server }: Running,
  token: string,
  unit: string | undefined,
  people: number,
  every: number,
  seconds: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  const random = randomNumbers(91);
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  const reader = async (number: number) => {
    // Readers don't begin in step.
    if (every) await pause((number / READERS) * every * 1000);
    while (performance.now() < until) {
      const next = performance.now() + every * 1000;
      const offset = Math.floor(random() * (people - WINDOW));
      const filter = unit ? `&unit=${unit}` : '';
      times.push(
        await ask(
          `${server.url}/api/rankings?limit=${WINDOW}&offset=${offset}${filter}`,
          agent,
          token,
        ),
      );
      await pause(Math.max(0, next - performance.now()));
    }
  };
  await Promise.all(Array.from({ length: READERS }, (_, number) => reader(number)));
  agent.destroy();
  return percentile(times, 0.95);
}

/**
 * Windows of the ranking anywhere, over HTTP with audit log and guards, 50 readers, while batches of
 * 1,000 records come in one after another: readers that look at each window for two seconds, and
 * readers that never look (the machine's throughput then decides).
 */
export async function windows(
  running: Running,
  batches: Batches,
  seconds: number,
): Promise<Measure[]> {
  let ended = false;
  const ingest = (async () => {
    while (!ended) {
      await importAll(running.server, 'inspection-opinion', batches.next());
      await pause(1000);
    }
  })();
  const { cadreCount, server } = running;
  // Not who sends the records: those who read are others.
  const { token } = await server.json<{ token: string }>('/api/tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'service', days: 1 }),
  });
  const inUnit = Math.min(10_000, cadreCount);
  try {
    const of = async (name: string, unit: string | undefined, people: number, every: number) =>
      measure(
        name,
        await read(running, token, unit, people, every, seconds),
        'the limit',
        MUST_SECONDS,
      );
    await read(running, token, undefined, cadreCount, 2, 2);
    const calm = `${READERS} readers, a window each every 2 s, p95`;
    const hasty = `${READERS} readers without a pause, p95`;
    return [
      await of(`ranking window anywhere, ${calm}`, undefined, cadreCount, 2),
      await of(`the same in a unit of 10,000, ${calm}`, UNIT, inUnit, 2),
      await of(`ranking window anywhere, ${hasty}`, undefined, cadreCount, 0),
    ];
  } finally {
    ended = true;
    await ingest;
  }
}
