import type { SourceRows } from '../evidence/evidence.js';
import { type ColumnArray, memory } from '../fields/columns.js';
import type { Fields } from '../fields/field.js';
import { clustered } from './recluster.js';

type Texts = SourceRows['refs'];

/**
 * The rows of two tables with these fields, over the same cadres, as one table, in the order in which
 * building it from all of them would have put them. undefined where the tables cannot tell: where rows
 * of one cadre in both are called the same, and where a column numbers what one cadre's rows share. The
 * tables stay as they are.
 */
export function joinRows(
  fields: Fields,
  before: SourceRows,
  came: SourceRows,
  shared = false,
): SourceRows | undefined {
  if (Object.values(fields).some(({ column }) => column === 'group')) return undefined;
  const [older, newer] = [clustered(before), clustered(came)];
  const count = older.from.length - 1;
  const from = new Uint32Array(memory(4 * (count + 1), shared));
  for (let cadre = 0; cadre <= count; cadre++) from[cadre] = older.from[cadre] + newer.from[cadre];
  const places = placesOf(older, newer, from[count]);
  if (!places) return undefined;
  const rows = Object.fromEntries(
    Object.keys(newer.rows).map((name) => [
      name,
      joined(older.rows[name], newer.rows[name], places, shared),
    ]),
  );
  const to = from.subarray(1);
  return { from, to, rows, refs: joinedTexts(older.refs, newer.refs, places, shared) };
}

/** Where each row comes from: its place in the older table, or (below 0) the complement of that in the newer one. */
function placesOf(older: SourceRows, newer: SourceRows, length: number): Int32Array | undefined {
  const places = new Int32Array(length);
  let at = 0;
  for (let cadre = 0; cadre < older.from.length - 1; cadre++) {
    let old = older.from[cadre];
    let fresh = newer.from[cadre];
    const [oldEnd, freshEnd] = [older.from[cadre + 1], newer.from[cadre + 1]];
    while (fresh < freshEnd && old < oldEnd) {
      const order = compareTexts(older.refs, old, newer.refs, fresh);
      if (order === 0) return undefined;
      places[at++] = order < 0 ? old++ : ~fresh++;
    }
    while (old < oldEnd) places[at++] = old++;
    while (fresh < freshEnd) places[at++] = ~fresh++;
  }
  return places;
}

/** By code point, which is how UTF-8 lies in bytes. */
function compareTexts(one: Texts, row: number, other: Texts, otherRow: number): number {
  let at = one.offsets[row];
  let to = other.offsets[otherRow];
  const [end, otherEnd] = [one.offsets[row + 1], other.offsets[otherRow + 1]];
  while (at < end && to < otherEnd) {
    const difference = one.bytes[at++] - other.bytes[to++];
    if (difference !== 0) return difference;
  }
  return end - at - (otherEnd - to);
}

function joined(
  older: ColumnArray,
  newer: ColumnArray,
  places: Int32Array,
  shared: boolean,
): ColumnArray {
  const Column = older.constructor as new (buffer: ArrayBuffer | SharedArrayBuffer) => ColumnArray;
  const column = new Column(memory(places.length * older.BYTES_PER_ELEMENT, shared));
  for (let row = 0; row < places.length; row++) {
    const place = places[row];
    column[row] = place < 0 ? newer[~place] : older[place];
  }
  return column;
}

function joinedTexts(older: Texts, newer: Texts, places: Int32Array, shared: boolean): Texts {
  const bytes = new Uint8Array(memory(older.bytes.length + newer.bytes.length, shared));
  const offsets = new Int32Array(memory(4 * (places.length + 1), shared));
  let to = 0;
  for (let row = 0; row < places.length; row++) {
    const texts = places[row] < 0 ? newer : older;
    const place = places[row] < 0 ? ~places[row] : places[row];
    const end = texts.offsets[place + 1];
    for (let at = texts.offsets[place]; at < end; at++) bytes[to++] = texts.bytes[at];
    offsets[row + 1] = to;
  }
  return { offsets, bytes };
}
