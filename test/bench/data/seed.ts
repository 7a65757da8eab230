import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  type EmbeddedServer,
  startEmbeddedServer,
} from '../../../api/dist/platform/database/embedded-server.js';
import { migrate } from '../../../api/dist/platform/database/migrate.js';
import { RECORDED_AT, tableOf, withoutIndexes, writeRecords } from './write-records.ts';
import { writeRegister } from './write-register.ts';

/** Counts up when the population or the way it lies in the tables changes: then it is written anew. */
const LAYOUT = 1;
const SEED = 'probity_seed';
const WORK = 'probity_work';

/** The tables that a population fills. */
export const FILLED = [
  ...['cadres', 'units', 'inspection-opinion', 'debriefing-score', 'audit-finding'],
  ...['personal-matter-report', 'heart-to-heart-talk', 'education-session', 'reminder-talk'],
].map(tableOf);

/** A PostgreSQL server that has a population in its record tables. */
export interface Seeded {
  readonly server: EmbeddedServer;
  /** The address of the population as it was written; nobody changes it. */
  readonly url: string;
  /** Where all of it lies. */
  readonly home: string;
}

const urlOf = (server: EmbeddedServer, database: string) => {
  const url = new URL(server.url);
  url.pathname = database;
  return url.href;
};

async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The population of so many cadres in PostgreSQL, in a folder of its own under `folder`: written
 * where it isn't yet, as one committed import would have left it. `say` hears of each step.
 */
export async function seeded(
  folder: string,
  cadreCount: number,
  say: (step: string) => void,
): Promise<Seeded> {
  const home = join(folder, String(cadreCount));
  const server = await startEmbeddedServer(home);
  const mark = join(home, 'population.json');
  const wanted = JSON.stringify({ cadreCount, layout: LAYOUT });
  const url = urlOf(server, SEED);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
    await migrate(url);
    return { server, url, home };
  }
  try {
    await on(server.url, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${SEED}`);
      await client.query(`CREATE DATABASE ${SEED}`);
    });
    await migrate(url);
    await on(url, (client) => write(client, url, cadreCount, say));
    writeFileSync(mark, wanted);
    return { server, url, home };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function write(
  client: pg.Client,
  url: string,
  cadreCount: number,
  say: (step: string) => void,
): Promise<void> {
  await client.query(`SET probity.guard = 'worker'; SET maintenance_work_mem = '512MB'`);
  await client.query(
    `INSERT INTO imports (kind, source_system, mode, sha256, fingerprint, bytes, spool_name, status, subject, recorded_at)
     VALUES ('inspection-opinion', 'bench', '', '', '', 0, '', 'committed', 'bench', $1)`,
    [RECORDED_AT],
  );
  const indexes = await withoutIndexes(client, FILLED);
  await writeRegister(client, url, cadreCount);
  say('the register is written');
  const counts = await writeRecords(url, cadreCount);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  say(`${total.toLocaleString('en')} records are written`);
  for (const index of indexes) await client.query(index);
  await client.query('UPDATE commit_clock SET at = $1, placed_on = current_date', [RECORDED_AT]);
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
  say('and indexed');
}

/** A copy of the population, for works that change it: a former one that was kept, else a new one. */
export async function workingCopy({ server }: Seeded, kept: boolean): Promise<string> {
  await on(server.url, async (client) => {
    const known = await client.query('SELECT FROM pg_database WHERE datname = $1', [WORK]);
    if (kept && known.rowCount) return;
    await client.query(`DROP DATABASE IF EXISTS ${WORK} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${WORK} TEMPLATE ${SEED} STRATEGY FILE_COPY`);
  });
  return urlOf(server, WORK);
}

/** Drops the copy. */
export async function dropWorkingCopy({ server }: Seeded): Promise<void> {
  await on(server.url, (client) => client.query(`DROP DATABASE IF EXISTS ${WORK} WITH (FORCE)`));
}
