import type { SourceRows } from '../evidence/evidence.js';
import { type ColumnArray, memory } from '../fields/columns.js';

/** Where the rows of each cadre of a new table come from. */
export interface Reclustering {
  /** How many cadres the new table is over. */
  readonly count: number;
  /** Each cadre's index in the older table, -1 for one who was not there; undefined: the same in both. */
  readonly was?: Int32Array | undefined;
  /** The indexes in the new table of those whose rows are exchanged, and so where each cadre of the newer table goes. */
  readonly placed: ArrayLike<number>;
}

/**
 * The older table with the rows of some cadres exchanged for those of `newer`, everyone else's kept,
 * and cadres come, gone or moved. The older table stays as it is, for those who still read it.
 */
export function recluster(
  older: SourceRows,
  newer: SourceRows,
  how: Reclustering,
  shared = false,
): SourceRows {
  const runs = runsOf(older, newer, how);
  const from = offsetsOf(runs, how.count, shared);
  const [only] = runs.filter(({ start, stop }) => start < stop);
  const rowCount = from[how.count];
  if (only && only.part === older && only.stop - only.start === older.from.at(-1)) {
    // Nobody's rows moved, only who comes where.
    if (rowCount === older.from.at(-1)) return { from, rows: older.rows, refs: older.refs };
  }
  const rows = Object.fromEntries(
    Object.keys(newer.rows).map((name) => [
      name,
      joined(runs, (part) => part.rows[name], rowCount, shared),
    ]),
  );
  return { from, rows, refs: joinedTexts(runs, rowCount, shared) };
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
    let end = first + 1;
    if (source !== NOWHERE) {
      // Kept cadres are the many: they go on until one is exchanged, or somebody came or went.
      while (end < count && (inNewer[end] !== NOWHERE) === exchanged) {
        if ((exchanged ? inNewer[end] : inOlder(end)) !== source + end - first) break;
        end++;
      }
    }
    const part = exchanged ? newer : older;
    const start = source === NOWHERE ? 0 : part.from[source];
    const stop = source === NOWHERE ? 0 : part.from[source + end - first];
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
      from[cadre + 1] =
        source === NOWHERE ? base : base + part.from[source + cadre + 1 - first] - start;
    }
  }
  return from;
}

function joined(
  runs: readonly Run[],
  columnOf: (part: SourceRows) => ColumnArray,
  length: number,
  shared: boolean,
): ColumnArray {
  const first = runs[0] ? columnOf(runs[0].part) : new Uint8Array(0);
  const Column = first.constructor as new (buffer: ArrayBuffer | SharedArrayBuffer) => ColumnArray;
  const column = new Column(memory(length * first.BYTES_PER_ELEMENT, shared));
  let at = 0;
  for (const { part, start, stop } of runs) {
    if (start === stop) continue;
    column.set(columnOf(part).subarray(start, stop) as never, at);
    at += stop - start;
  }
  return column;
}

function joinedTexts(runs: readonly Run[], length: number, shared: boolean): SourceRows['refs'] {
  const offsets = new Int32Array(memory(4 * (length + 1), shared));
  let row = 0;
  for (const { part, start, stop } of runs) {
    const shift = offsets[row] - part.refs.offsets[start];
    for (let at = start; at < stop; at++) offsets[++row] = part.refs.offsets[at + 1] + shift;
  }
  const bytes = new Uint8Array(memory(offsets[length], shared));
  let end = 0;
  for (const { part, start, stop } of runs) {
    if (start === stop) continue;
    const texts = part.refs.bytes.subarray(part.refs.offsets[start], part.refs.offsets[stop]);
    bytes.set(texts, end);
    end += texts.length;
  }
  return { offsets, bytes };
}
