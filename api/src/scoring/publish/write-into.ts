import { setImmediate as pause } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { NEVER } from '../runs/rows-of-run.js';
import { copyInto } from './copy-into.js';

/** Whose rows of which base are to make way, and from which run on. */
export interface InPlaceOf {
  readonly baseId: number;
  readonly runId: number;
  /** By internal number. */
  readonly people: readonly number[];
  /** Done while the database looks for them. */
  readonly meanwhile?: () => void;
}

/** So many bytes are copied in at once, while the next is made. */
const PIECE_LENGTH = 4_000_000;

/**
 * Writes lines of rows into `scores` or `follow_ups`, by way of a table of this transaction: row security
 * keeps COPY itself out. With `inPlaceOf` the rows that these people had end, except those that are
 * just the same as one that arrives: they go on, and that one is not written.
 */
export async function writeInto(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  lines: Iterable<Buffer>,
  inPlaceOf?: InPlaceOf,
): Promise<void> {
  const list = columns.join(', ');
  const arriving = 'pg_temp.arriving';
  const moved = `INSERT INTO ${table} (${list}) SELECT ${list} FROM ${arriving}`;
  await client.query(
    `CREATE TEMP TABLE arriving ON COMMIT DROP AS SELECT ${list} FROM ${table} LIMIT 0`,
  );
  if (inPlaceOf) {
    const { baseId, runId, people, meanwhile } = inPlaceOf;
    await copyInto(client, arriving, columns, lines);
    const ended = client.query(endedRows(table, columns), [baseId, runId, people]);
    meanwhile?.();
    await ended;
    await client.query(moved);
  } else {
    let moving: Promise<unknown> = Promise.resolve();
    for (const piece of piecesOf(lines)) {
      await moving;
      await copyInto(client, arriving, columns, piece);
      moving = client.query(`${moved}; TRUNCATE ${arriving}`);
      // Whoever waits for it hears of a failure; until then the next piece is made.
      moving.catch(() => undefined);
      await pause();
    }
    await moving;
  }
  await client.query(`DROP TABLE ${arriving}`);
}

/** Lines put together until they are worth a statement. */
function* piecesOf(lines: Iterable<Buffer>): Generator<Buffer[]> {
  let piece: Buffer[] = [];
  let length = 0;
  for (const some of lines) {
    piece.push(some);
    length += some.length;
    if (length < PIECE_LENGTH) continue;
    yield piece;
    piece = [];
    length = 0;
  }
  if (piece.length > 0) yield piece;
}

/**
 * SQL that ends rows (of the base `$1`, at the run `$2`, of the people `$3`) and takes those that go on
 * out of what arrives; equal rows are matched one by one. People are looked up one by one, too,
 * whatever the planner takes the table for: statistics may not know this day's rows yet, and would
 * then have all of them read.
 */
function endedRows(table: string, columns: readonly string[]): string {
  const compared = columns.filter((column) => column !== 'from_run');
  const content = (alias: string) =>
    `hash_record_extended(ROW(${compared.map((column) => `${alias}.${column}`).join(', ')}), 0)`;
  return `
  WITH standing AS MATERIALIZED (
    SELECT found.at, changed.cadre_id, found.content,
      row_number() OVER (PARTITION BY changed.cadre_id, found.content) AS nth
    FROM unnest($3::bigint[]) changed(cadre_id), LATERAL (
      SELECT t.ctid AS at, ${content('t')} AS content FROM ${table} t
      WHERE t.run_id = $1 AND t.cadre_id = changed.cadre_id AND t.until_run = ${NEVER}
      OFFSET 0
    ) found
  ), arrived AS MATERIALIZED (
    SELECT at, cadre_id, content, row_number() OVER (PARTITION BY cadre_id, content) AS nth
    FROM (SELECT a.ctid AS at, a.cadre_id, ${content('a')} AS content FROM pg_temp.arriving a OFFSET 0) a
  ), same AS MATERIALIZED (
    SELECT standing.at AS standing_at, arrived.at AS arrived_at
    FROM standing JOIN arrived USING (cadre_id, content, nth)
  ), going_on AS (
    DELETE FROM pg_temp.arriving WHERE ctid = ANY (ARRAY(SELECT arrived_at FROM same))
  )
  UPDATE ${table} SET until_run = $2
  WHERE ctid = ANY (ARRAY(SELECT at FROM standing EXCEPT SELECT standing_at FROM same))`;
}
