import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../support/server.ts';
import { dropWorkingCopy, workingCopy } from '../data/seed.ts';
import type { Measure } from '../measure.ts';
import type { Population, Running } from './context.ts';
import { firstRun, freshRun } from './requests.ts';

/** Runs works on the product itself, started on a copy of the population with today's ranking published. */
export async function whileRunning(
  population: Population,
  works: (running: Running) => Promise<Measure[]>,
): Promise<Measure[]> {
  const { seed, keep } = population;
  const url = await workingCopy(seed, keep);
  const dataFolder = join(seed.home, 'product');
  if (!keep) rmSync(dataFolder, { recursive: true, force: true });
  const server = await startServer({ dataFolder, env: { DATABASE_URL: url } });
  try {
    await firstRun(server);
    await freshRun(server);
    return await works({ ...population, server, url });
  } catch (error) {
    process.stderr.write(server.output());
    throw error;
  } finally {
    await server.stop({ keep });
    if (!keep) await dropWorkingCopy(seed);
  }
}
