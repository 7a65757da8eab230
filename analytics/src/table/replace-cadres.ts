import type { SourceRows } from '../evidence/evidence.js';
import { type ColumnArray, memory } from '../fields/columns.js';

/**
 * The table with the rows of some cadres exchanged for those that `newer` has of them; everyone
 * else's stay. `newer` may be over more cadres than `older`: the added ones are taken from it.
 */
export function replaceCadres(
  older: SourceRows,
  replaced: Iterable<number>,
  newer: SourceRows,
  shared = false,
): SourceRows {
  const count = newer.from.length - 1;
  const fromNewer = new Uint8Array(count);
  for (const cadre of replaced) fromNewer[cadre] = 1;
  fromNewer.fill(1, Math.min(older.from.length - 1, count));
  const runs = runsOf(older, newer, fromNewer);
  const from = offsets(runs, count, shared);
  const rows = Object.fromEntries(
    Object.keys(newer.rows).map((name) => [
      name,
      joined(runs, (part) => part.rows[name], from[count], shared),
    ]),
  );
  return { from, rows, refs: joinedTexts(runs, from[count], shared) };
}

/** Neighbouring cadres whose rows come from the same table. */
interface Run {
  readonly part: SourceRows;
  readonly first: number;
  readonly end: number;
  readonly start: number;
  readonly stop: number;
}

function runsOf(older: SourceRows, newer: SourceRows, fromNewer: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let first = 0; first < fromNewer.length; ) {
    let end = first + 1;
    while (end < fromNewer.length && fromNewer[end] === fromNewer[first]) end++;
    const part = fromNewer[first] === 1 ? newer : older;
    runs.push({ part, first, end, start: part.from[first], stop: part.from[end] });
    first = end;
  }
  return runs;
}

function offsets(runs: readonly Run[], count: number, shared: boolean): Uint32Array {
  const from = new Uint32Array(memory(4 * (count + 1), shared));
  for (const { part, first, end, start } of runs) {
    const base = from[first];
    for (let cadre = first; cadre < end; cadre++) {
      from[cadre + 1] = base + part.from[cadre + 1] - start;
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
    const texts = part.refs.bytes.subarray(part.refs.offsets[start], part.refs.offsets[stop]);
    bytes.set(texts, end);
    end += texts.length;
  }
  return { offsets, bytes };
}
