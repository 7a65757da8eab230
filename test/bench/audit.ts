import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDataFolder } from '../../api/dist/platform/database/embedded-binaries.js';
import { startEmbeddedServer } from '../../api/dist/platform/database/embedded-server.js';
import { migrate } from '../../api/dist/platform/database/migrate.js';
import type { Measure } from './measure.ts';

const PEOPLE = 3_000;
const READERS = 50;
const WINDOW = 100;
/** Windows that each reader asks for in a round. */
const WINDOWS = 20;
const ROUNDS = 5;
const TOKEN = 'bench-bootstrap-token';
const authorization = `Bearer ${TOKEN}`;

interface Server {
  readonly url: string;
  readonly process: ChildProcess;
}

async function serve(databaseUrl: string, folder: string, ...args: string[]): Promise<Server> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'audit-server.ts'), ...args], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATABASE_URL: databaseUrl,
      PROBITY_DATA_DIR: folder,
      PROBITY_DEMO: 'off',
      PROBITY_BOOTSTRAP_TOKEN: TOKEN,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [first] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: String(first).trim(), process: child };
}

async function importRows(url: string, kind: string, rows: readonly string[]): Promise<void> {
  const sent = await fetch(`${url}/api/imports/${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', authorization },
    body: `${rows.join('\n')}\n`,
  });
  const { id } = (await sent.json()) as { id: number };
  const events = await fetch(`${url}/api/imports/${id}/events`, { headers: { authorization } });
  const told = await events.text();
  if (!told.includes('event: committed')) throw new Error(`the import of ${kind} failed: ${told}`);
}

async function bringPeople(url: string): Promise<void> {
  const numbers = Array.from({ length: PEOPLE }, (_, at) => `S${String(at).padStart(5, '0')}`);
  await importRows(url, 'units', ['unit_code,name', 'A,Province']);
  await importRows(url, 'cadres', [
    'staff_no,name,unit_code,post',
    ...numbers.map((staffNo, at) => `${staffNo},王${at},A,局长`),
  ]);
  await importRows(url, 'debriefing-score', [
    'staff_no,year,held_on,score,grade',
    ...numbers.map((staffNo, at) => `${staffNo},2025,2025-12-20,${at % 100},basically_competent`),
  ]);
}

/** All readers at once, each asking for one window after another. Returns the milliseconds of each answer. */
async function read({ url }: Server): Promise<number[]> {
  const times: number[] = [];
  const reader = async (number: number) => {
    for (let window = 0; window < WINDOWS; window++) {
      const offset = ((number * WINDOWS + window) * WINDOW) % PEOPLE;
      const start = performance.now();
      const answer = await fetch(`${url}/api/rankings?limit=${WINDOW}&offset=${offset}`, {
        headers: { authorization },
      });
      if (!answer.ok) throw new Error(`a ranking was refused: ${await answer.text()}`);
      await answer.text();
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: READERS }, (_, number) => reader(number)));
  return times;
}

const p95 = (times: readonly number[]) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? Number.NaN;

/**
 * What the audit log costs a reader: the 95th percentile of a ranking window at 50 readers, of the
 * product beside the same routes without the log, in turn on the same database.
 */
export async function auditLog(): Promise<Measure[]> {
  const folder = temporaryDataFolder();
  const database = await startEmbeddedServer(folder);
  const servers: Server[] = [];
  try {
    await migrate(database.url);
    servers.push(await serve(database.url, folder));
    servers.push(await serve(database.url, folder, '--without-log'));
    const [logged, bare] = servers as [Server, Server];
    await bringPeople(logged.url);
    const [own, reference]: [number[], number[]] = [[], []];
    for (let round = 0; round <= ROUNDS; round++) {
      const times = [await read(logged), await read(bare)] as const;
      // The first round warms both up.
      if (round === 0) continue;
      own.push(...times[0]);
      reference.push(...times[1]);
    }
    const [seconds, referenceSeconds] = [p95(own) / 1000, p95(reference) / 1000];
    return [
      {
        work: `p95 of a ranking window of ${WINDOW} at ${READERS} readers`,
        seconds,
        reference: 'the same without the audit log',
        referenceSeconds,
        ratio: referenceSeconds / seconds,
      },
    ];
  } finally {
    for (const server of servers) {
      server.process.kill('SIGTERM');
      await once(server.process, 'exit');
    }
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
