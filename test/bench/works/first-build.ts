import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { databaseReach } from '../../../api/dist/platform/database/guard/roles.js';
import { HeldEvidence } from '../../../api/dist/scoring/load/held-evidence.js';
import { Snapshots } from '../../../api/dist/scoring/snapshot/snapshots.js';
import { FILLED } from '../data/seed.ts';
import { type Measure, measure, timed } from '../measure.ts';
import { COPY_NAME, copyOut } from '../references/psql.ts';
import type { Population } from './context.ts';

const MUST_START_SECONDS = 3;

/** The columns out of PostgreSQL, in this process, beside the same tables out to a file; and out of their snapshot. */
export async function firstBuild({ seed, folder }: Population): Promise<Measure[]> {
  const { worker } = await databaseReach(seed.url);
  const client = new pg.Client(worker);
  await client.connect();
  const lines: string[] = [];
  const snapshots = new Snapshots(join(folder, 'snapshots'), (line) => lines.push(line), 1);
  const held = async () => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const columns = new HeldEvidence(snapshots);
    const answer = await timed(() => columns.refresh(client));
    await client.query('COMMIT');
    await columns.keep(client);
    return answer;
  };
  try {
    const [seconds, built] = await held();
    await snapshots.settled();
    const [startSeconds, started] = await held();
    if (lines.length > 0) throw new Error(lines.join('\n'));
    if (built.digest.everything !== started.digest.everything)
      throw new Error('the snapshot holds other evidence');
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
      measure('start from a snapshot', startSeconds, 'the limit', MUST_START_SECONDS),
    ];
  } finally {
    await client.end();
  }
}
