import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { NamedField } from '../kinds/kind-catalog.js';
import type { RawRow } from '../parse/raw-row.js';
import { quoted, sqlTypeOf } from '../records/record-table.js';
import type { Finding } from '../validate/problem.js';
import type { RowReader } from '../validate/row-reader.js';

/** The columns of `stage` before the fields. `origin` is the quarantined row that is tried again. */
const BEFORE_FIELDS = 'line, problems, warnings, raw, present';

/** What each sort and join of a file's rows may take: enough for a file of any usual size to stay in memory. */
const WORK_MEMORY = '32MB';

/** How closely a file's rows are looked at to plan by: a few thousand tell how many there are and what repeats. */
const STATISTICS = 10;

/** Makes the empty temporary table `stage` for the fields of one file; it goes with the transaction. */
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
      line bigint NOT NULL, problems jsonb, warnings jsonb, raw text NOT NULL,
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

const PIECE = 1 << 17;

/** Copies rows into `stage` as they are read, refused ones with their causes and, if it was read, their identity. */
export async function stageRows(
  client: PoolClient,
  reader: RowReader,
  batches: AsyncIterable<RawRow[]>,
  progress: (rowCount: number) => void,
): Promise<StagedRows> {
  const names = reader.fields.map((field) => quoted(field.name));
  const copy = client.query(
    copyFrom(`COPY stage (${BEFORE_FIELDS}, ${names.join(', ')}) FROM STDIN`),
  );
  const done = finished(copy);
  // Awaited below; a failure in between must not end the process.
  done.catch(() => {});
  let rowCount = 0;
  let refusedCount = 0;
  let all = -1n;
  let any = 0n;
  let lastPresent = -1;
  let piece = '';
  try {
    for await (const rows of batches) {
      for (const row of rows) {
        const taken = reader.read(row);
        rowCount++;
        if (!taken) refusedCount++;
        else if (reader.present !== lastPresent) {
          lastPresent = reader.present;
          all &= BigInt(lastPresent);
          any |= BigInt(lastPresent);
        }
        piece += stageLine(row, reader, taken);
      }
      if (piece.length < PIECE) continue;
      if (!copy.write(piece)) await Promise.race([once(copy, 'drain'), done]);
      piece = '';
      progress(rowCount);
    }
    if (piece) copy.write(piece);
  } catch (error) {
    copy.destroy(error instanceof Error ? error : new Error(String(error)));
    await done.catch(() => {});
    throw error;
  }
  copy.end();
  await done;
  await client.query('ANALYZE stage');
  progress(rowCount);
  return { rowCount, refusedCount, presentInAll: Number(all), presentInAny: Number(any) };
}

function stageLine(row: RawRow, reader: RowReader, taken: boolean): string {
  const { errors, warnings } = reader.notes;
  let line = `${row.line}\t${findings(errors)}\t${findings(warnings)}\t${escaped(rawOf(row))}\t${reader.present}`;
  for (let index = 0; index < reader.values.length; index++) {
    const value = reader.values[index] ?? null;
    const kept = value !== null && (taken || reader.identifies(index));
    line += kept ? `\t${escaped(value)}` : '\t\\N';
  }
  return `${line}\n`;
}

const findings = (list: readonly Finding[]) =>
  list.length === 0 ? '\\N' : escaped(JSON.stringify(list));

/** The row as the file has it, to be given back when it is refused. */
export const rawOf = (row: RawRow): string => row.text ?? JSON.stringify(row.cells);

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (special) => ESCAPES[special]!) : text;
}
