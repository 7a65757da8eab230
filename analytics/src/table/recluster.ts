import type { SourceRows } from '../evidence/evidence.js';
import { type ColumnArray, memory } from '../fields/columns.js';
import { columnOver, makeRoom } from './append-rows.js';

/** Where the rows of each cadre of a new table come from. */
export interface Reclustering {
  /** How many cadres the new table is over. */
  readonly count: number;
  /** Each cadre's index in the older table, -1 for one who was not there; undefined: the same in both. */
  readonly was?: Int32Array | undefined;
  /** The indexes in the new table of those whose rows are exchanged, and so where each cadre of the newer table goes. */
  readonly placed: ArrayLike<number>;
}

/** A table in which the cadres' rows follow each other: the same one where they do. */
export function clustered(table: SourceRows, shared = false): SourceRows {
  if (table.to.buffer === table.from.buffer) return table;
  return recluster(table, table, { count: table.to.length, placed: [] }, shared);
}

/**
 * The older table with the rows of some cadres exchanged for those of `newer`, everyone else's kept,
 * and cadres come, gone or moved. The older table stays as it is, for those who still read it.
 * `room`: for so many rows `appendRows` finds a place behind the new table's.
 */
export function recluster(
  older: SourceRows,
  newer: SourceRows,
  how: Reclustering,
  shared = false,
  room = 0,
): SourceRows {
  const runs = runsOf(older, newer, how);
  const from = offsetsOf(runs, how.count, shared);
  const [only] = runs.filter(({ start, stop }) => start < stop);
  const to = from.subarray(1);
  const rowCount = from[how.count];
  if (only && only.part === older && only.stop - only.start === older.from.at(-1)) {
    // Nobody's rows moved, only who comes where.
    if (rowCount === older.from.at(-1)) return { from, to, rows: older.rows, refs: older.refs };
  }
  const rows = Object.fromEntries(
    Object.keys(newer.rows).map((name) => [
      name,
      joined(runs, (part) => part.rows[name], { rowCount, room }, shared),
    ]),
  );
  const refs = joinedTexts(runs, { rowCount, room }, shared);
  const table = { from, to, rows, refs };
  if (room > 0) makeRoom(table, room);
  return table;
}

/** How many rows a table has, and for how many more there is to be room behind them. */
interface Extent {
  readonly rowCount: number;
  readonly room: number;
}

/** Neighbouring cadres whose rows lie together in one of the two tables; `first` to `end` in the new one. */
interface Run {
  readonly part: SourceRows;
  readonly first: number;
  readonly end: number;
  /** The first one's index in the part. */
  readonly source: number;
  readonly start: number;
  readonly stop: number;
}

/** Stands for a cadre who has rows in neither table. */
const NOWHERE = -1;

function runsOf(older: SourceRows, newer: SourceRows, { count, was, placed }: Reclustering): Run[] {
  const inNewer = new Int32Array(count).fill(NOWHERE);
  for (let at = 0; at < placed.length; at++) inNewer[placed[at]] = at;
  const olderCount = older.from.length - 1;
  const inOlder = (cadre: number) => {
    if (was) return was[cadre];
    return cadre < olderCount ? cadre : NOWHERE;
  };
  const runs: Run[] = [];
  for (let first = 0; first < count; ) {
    const exchanged = inNewer[first] !== NOWHERE;
    const source = exchanged ? inNewer[first] : inOlder(first);
    const part = exchanged ? newer : older;
    let end = first + 1;
    if (source !== NOWHERE) {
      // Kept cadres are the many: they go on until one is exchanged, or somebody came or went.
      while (end < count && (inNewer[end] !== NOWHERE) === exchanged) {
        const next = source + end - first;
        if ((exchanged ? inNewer[end] : inOlder(end)) !== next) break;
        if (part.to[next - 1] !== part.from[next]) break;
        end++;
      }
    }
    const start = source === NOWHERE ? 0 : part.from[source];
    const stop = source === NOWHERE ? 0 : part.to[source + end - first - 1];
    runs.push({ part, first, end, source, start, stop });
    first = end;
  }
  return runs;
}

function offsetsOf(runs: readonly Run[], count: number, shared: boolean): Uint32Array {
  const from = new Uint32Array(memory(4 * (count + 1), shared));
  for (const { part, first, end, source, start } of runs) {
    const base = from[first];
    for (let cadre = first; cadre < end; cadre++) {
      from[cadre + 1] = source === NOWHERE ? base : base + part.to[source + cadre - first] - start;
    }
  }
  return from;
}

function joined(
  runs: readonly Run[],
  columnOf: (part: SourceRows) => ColumnArray,
  { rowCount, room }: Extent,
  shared: boolean,
): ColumnArray {
  const first = runs[0] ? columnOf(runs[0].part) : new Uint8Array(0);
  const held = memory((rowCount + room) * first.BYTES_PER_ELEMENT, shared);
  const column = columnOver(first, held, rowCount);
  let at = 0;
  for (const { part, start, stop } of runs) {
    if (start === stop) continue;
    column.set(columnOf(part).subarray(start, stop) as never, at);
    at += stop - start;
  }
  return column;
}

function joinedTexts(
  runs: readonly Run[],
  { rowCount, room }: Extent,
  shared: boolean,
): SourceRows['refs'] {
  const offsets = new Int32Array(memory(4 * (rowCount + room + 1), shared), 0, rowCount + 1);
  let row = 0;
  for (const { part, start, stop } of runs) {
    const shift = offsets[row] - part.refs.offsets[start];
    for (let at = start; at < stop; at++) offsets[++row] = part.refs.offsets[at + 1] + shift;
  }
  const length = offsets[rowCount];
  const more = rowCount > 0 ? Math.ceil((length / rowCount) * room) : 0;
  const bytes = new Uint8Array(memory(length + more, shared), 0, length);
  let end = 0;
  for (const { part, start, stop } of runs) {
    if (start === stop) continue;
    const texts = part.refs.bytes.subarray(part.refs.offsets[start], part.refs.offsets[stop]);
    bytes.set(texts, end);
    end += texts.length;
  }
  return { offsets, bytes };
}
