import { setImmediate as pause } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { NEVER } from '../../runs/rows-of-run.js';
import { copyInto } from './copy-into.js';

/** Whose rows of which base are to make way, and from which run on. */
export interface InPlaceOf {
  readonly baseId: number;
  readonly runId: number;
  /** By internal number. */
  readonly people: readonly number[];
}

/** How lines are written. */
interface Writing {
  /** The rows that these people had end, except those that are just the same as one that arrives: they go on, and that one is not written. */
  readonly inPlaceOf?: InPlaceOf;
  /** Called while the database takes rows in, again and again: a part of what has to be done anyway. */
  readonly meanwhile?: () => void;
}

/** So many bytes are copied in at once, while the next is made. */
const PIECE_LENGTH = 4_000_000;

/**
 * Writes lines of rows into `scores` or `follow_ups`, by way of a table of this transaction: row security
 * keeps COPY itself out.
 */
export async function writeInto(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  lines: Iterable<Buffer>,
  { inPlaceOf, meanwhile }: Writing = {},
): Promise<void> {
  const list = columns.join(', ');
  const arriving = 'pg_temp.arriving';
  const moved = `INSERT INTO ${table} (${list}) SELECT ${list} FROM ${arriving}`;
  await client.query(
    `CREATE TEMP TABLE arriving ON COMMIT DROP AS SELECT ${list} FROM ${table} LIMIT 0`,
  );
  if (inPlaceOf) {
    const { baseId, runId, people } = inPlaceOf;
    await copyInto(client, arriving, columns, lines);
    await client.query(endedRows(table, columns), [baseId, runId, people]);
    await client.query(moved);
  } else {
    let moving: Promise<unknown> = Promise.resolve();
    for (const piece of piecesOf(lines)) {
      await moving;
      await copyInto(client, arriving, columns, piece);
      moving = client.query(`${moved}; TRUNCATE ${arriving}`);
      // Whoever waits for it hears of a failure; until then the next piece is made.
      moving.catch(() => undefined);
      meanwhile?.();
      await pause();
    }
    await moving;
  }
  await client.query(`DROP TABLE ${arriving}`);
}

/** Rows that are there no more: their lines, and what of them tells them from others of the same person. */
export interface GoneRows {
  readonly lines: readonly Buffer[];
  readonly count: number;
  readonly told: readonly string[];
  readonly baseId: number;
  readonly runId: number;
}

/** Ends just these rows, matched one by one. Answers whether all of them were there; where not, some may have ended. */
export async function endRows(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  { lines, count, told, baseId, runId }: GoneRows,
): Promise<boolean> {
  if (count === 0) return true;
  const going = 'pg_temp.going';
  await client.query(
    `CREATE TEMP TABLE going ON COMMIT DROP AS SELECT ${columns.join(', ')} FROM ${table} LIMIT 0`,
  );
  await copyInto(client, going, columns, lines);
  const { rowCount } = await client.query(
    `WITH gone AS MATERIALIZED (
       SELECT g.cadre_id, ${contentOf('g', told)} AS content FROM ${going} g
     ), counted AS MATERIALIZED (
       SELECT cadre_id, content, row_number() OVER (PARTITION BY cadre_id, content) AS nth FROM gone
     ), standing AS MATERIALIZED (${standingRows(table, '(SELECT DISTINCT cadre_id FROM gone)', told)})
     UPDATE ${table} SET until_run = $2
     WHERE ctid = ANY (ARRAY(SELECT at FROM standing JOIN counted USING (cadre_id, content, nth)))`,
    [baseId, runId],
  );
  await client.query(`DROP TABLE ${going}`);
  return rowCount === count;
}

/** A number for what a row has in some columns. */
const contentOf = (alias: string, columns: readonly string[]): string =>
  `hash_record_extended(ROW(${columns.map((column) => `${alias}.${column}`).join(', ')}), 0)`;

/**
 * SQL for the rows (of the base `$1`) that some people have (`people` is SQL for a table of `cadre_id`), equal
 * ones numbered. People are looked up one by one, whatever the planner takes the table for: statistics may not know
 * this day's rows yet, and would then have all of them read.
 */
const standingRows = (table: string, people: string, told: readonly string[]): string => `
    SELECT found.at, changed.cadre_id, found.content,
      row_number() OVER (PARTITION BY changed.cadre_id, found.content) AS nth
    FROM ${people} changed, LATERAL (
      SELECT t.ctid AS at, ${contentOf('t', told)} AS content FROM ${table} t
      WHERE t.run_id = $1 AND t.cadre_id = changed.cadre_id AND t.until_run = ${NEVER}
      OFFSET 0
    ) found`;

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
 * out of what arrives; equal rows are matched one by one.
 */
function endedRows(table: string, columns: readonly string[]): string {
  const told = columns.filter((column) => column !== 'from_run');
  return `
  WITH standing AS MATERIALIZED (${standingRows(table, '(SELECT unnest($3::bigint[]) AS cadre_id)', told)}
  ), arrived AS MATERIALIZED (
    SELECT at, cadre_id, content, row_number() OVER (PARTITION BY cadre_id, content) AS nth
    FROM (SELECT a.ctid AS at, a.cadre_id, ${contentOf('a', told)} AS content FROM pg_temp.arriving a OFFSET 0) a
  ), same AS MATERIALIZED (
    SELECT standing.at AS standing_at, arrived.at AS arrived_at
    FROM standing JOIN arrived USING (cadre_id, content, nth)
  ), going_on AS (
    DELETE FROM pg_temp.arriving WHERE ctid = ANY (ARRAY(SELECT arrived_at FROM same))
  )
  UPDATE ${table} SET until_run = $2
  WHERE ctid = ANY (ARRAY(SELECT at FROM standing EXCEPT SELECT standing_at FROM same))`;
}
