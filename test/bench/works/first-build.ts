import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { databaseReach } from '../../../api/dist/platform/database/guard/roles.js';
import { HeldEvidence } from '../../../api/dist/scoring/load/held-evidence.js';
import { FILLED } from '../data/seed.ts';
import { type Measure, measure, timed } from '../measure.ts';
import { COPY_NAME, copyOut } from '../references/psql.ts';
import type { Population } from './context.ts';

/** The columns out of PostgreSQL, in this process, beside the same tables out to a file. */
export async function firstBuild({ seed, folder }: Population): Promise<Measure[]> {
  const { worker } = await databaseReach(seed.url);
  const client = new pg.Client(worker);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [seconds] = await timed(() => new HeldEvidence().refresh(client));
    await client.query('COMMIT');
    const file = join(folder, 'table.copy');
    let referenceSeconds = 0;
    for (const table of FILLED) referenceSeconds += await copyOut(seed.url, table, file);
    rmSync(file);
    return [
      measure(
        'first build of the columns',
        seconds,
        `${COPY_NAME} of the same tables to a file`,
        referenceSeconds,
      ),
    ];
  } finally {
    await client.end();
  }
}
