import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { NamedField } from '../kinds/kind-catalog.js';
import { quoted, sqlTypeOf } from '../records/record-table.js';
import { BEFORE_FIELDS, both, NO_ROWS, type StagedPiece } from '../staging/stage-lines.js';

/** What each sort and join of a file's rows may take: enough for a file of any usual size to stay in memory. */
const WORK_MEMORY = '32MB';

/** How closely a file's rows are looked at to plan by: a few thousand tell how many there are and what repeats. */
const STATISTICS = 10;

/**
 * Makes the empty temporary table `stage` for the fields of one file; it goes with the transaction. `raw`
 * is null where the values tell all of the row; `origin` is the quarantined row that is tried again.
 */
export async function createStage(
  client: PoolClient,
  fields: readonly NamedField[],
): Promise<void> {
  await client.query(
    `SET LOCAL work_mem = '${WORK_MEMORY}'; SET LOCAL default_statistics_target = ${STATISTICS}`,
  );
  const columns = fields.map((field) => `${quoted(field.name)} ${sqlTypeOf(field)}`);
  await client.query(`
    CREATE TEMP TABLE stage (
      line bigint NOT NULL, problems jsonb, warnings jsonb, raw text,
      present bigint NOT NULL, origin bigint, ${columns.join(', ')}
    ) ON COMMIT DROP`);
}

/** What was staged. */
export interface StagedRows {
  readonly rowCount: number;
  readonly refusedCount: number;
  /** Fields (as bits) that every row, and that any row, said something about. */
  readonly presentInAll: number;
  readonly presentInAny: number;
}

/** Copies what was read into `stage`, piece by piece. */
export async function stageRows(
  client: PoolClient,
  fields: readonly NamedField[],
  pieces: AsyncIterable<StagedPiece>,
  progress: (rowCount: number, bytesRead: number) => void,
): Promise<StagedRows> {
  const names = [...BEFORE_FIELDS, ...fields.map((field) => quoted(field.name))];
  const copy = client.query(copyFrom(`COPY stage (${names.join(', ')}) FROM STDIN`));
  const done = finished(copy);
  // Awaited below; a failure in between must not end the process.
  done.catch(() => {});
  let counts = NO_ROWS;
  let bytesRead = 0;
  try {
    for await (const piece of pieces) {
      counts = both(counts, piece);
      bytesRead = piece.bytesRead;
      if (!copy.write(piece.lines)) await Promise.race([once(copy, 'drain'), done]);
      progress(counts.rowCount, bytesRead);
    }
  } catch (error) {
    copy.destroy(error instanceof Error ? error : new Error(String(error)));
    await done.catch(() => {});
    throw error;
  }
  copy.end();
  await done;
  await client.query('ANALYZE stage');
  progress(counts.rowCount, bytesRead);
  const { rowCount, refusedCount, presentInAll, presentInAny } = counts;
  return {
    rowCount,
    refusedCount,
    presentInAll: Number(presentInAll),
    presentInAny: Number(presentInAny),
  };
}
