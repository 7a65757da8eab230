import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startServer } from '../../support/server.ts';
import { dropWorkingCopy, workingCopy } from '../data/seed.ts';
import type { Population, Running } from './context.ts';
import { firstRun, freshRun } from './requests.ts';

const LOOK_EVERY_MS = 500;

/** Waits until what follows from a population that is new to the product is done: no work is measured beside it. */
async function workDone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const waiting = `SELECT FROM pgboss.job
    WHERE state IN ('created', 'retry', 'active') AND start_after <= now() AND name NOT LIKE '\\_\\_%' LIMIT 1`;
  while ((await client.query(waiting)).rowCount) await pause(LOOK_EVERY_MS);
  await client.end();
}

/** Runs works on the product itself, started on a copy of the population with today's ranking published. */
export async function whileRunning(
  population: Population,
  works: (running: Running) => Promise<void>,
): Promise<void> {
  const { seed, keep } = population;
  const url = await workingCopy(seed, keep);
  const dataFolder = join(seed.home, 'product');
  if (!keep) rmSync(dataFolder, { recursive: true, force: true });
  const server = await startServer({ dataFolder, env: { DATABASE_URL: url } });
  try {
    await firstRun(server);
    await freshRun(server);
    await workDone(url);
    await works({ ...population, server, url });
  } catch (error) {
    process.stderr.write(server.output());
    throw error;
  } finally {
    await server.stop({ keep });
    if (!keep) await dropWorkingCopy(seed);
  }
}
