import type { SourceRows } from '../evidence/evidence.js';
import type { ColumnArray } from '../fields/columns.js';

/** Memory behind the rows of a table, for others that take some cadres' place. */
interface Room {
  readonly rows: number;
  /** How many rows there are by now, in this table or in those that followed it. */
  used: number;
}

const rooms = new WeakMap<SourceRows, Room>();

/** Notes that behind a table's rows its memory has room for so many others. */
export function makeRoom(table: SourceRows, room: number): void {
  const used = table.from[table.to.length];
  rooms.set(table, { rows: used + room, used });
}

/** A column of the same kind as another over some memory, from its start. */
export function columnOver(
  like: ColumnArray,
  held: ArrayBufferLike,
  rowCount: number,
): ColumnArray {
  const Column = like.constructor as new (
    buffer: ArrayBufferLike,
    start: number,
    length: number,
  ) => ColumnArray;
  return new Column(held, 0, rowCount);
}

/**
 * The table with the rows of some cadres (`placed`, by index) exchanged for those of `newer`, written behind all
 * others into the same memory: what it costs depends on these, and on the cadres a few bytes each. The
 * older table stays as it is, for those who still read it. undefined where there is no room; then
 * `recluster` makes some.
 */
export function appendRows(
  older: SourceRows,
  newer: SourceRows,
  placed: ArrayLike<number>,
): SourceRows | undefined {
  const room = rooms.get(older);
  const count = older.to.length;
  const used = older.from[count];
  const rowCount = used + newer.from[newer.to.length];
  const texts = older.refs.offsets[used];
  const textEnd = texts + newer.refs.offsets[newer.from[newer.to.length]];
  // Where somebody else has appended to the older table, its room is taken.
  if (!room || room.used !== used || rowCount > room.rows) return undefined;
  if (textEnd > older.refs.bytes.buffer.byteLength) return undefined;
  room.used = rowCount;
  const rows = Object.fromEntries(
    Object.entries(older.rows).map(([name, column]) => {
      const longer = columnOver(column, column.buffer, rowCount);
      longer.set(newer.rows[name] as never, used);
      return [name, longer];
    }),
  );
  const offsets = new Int32Array(older.refs.offsets.buffer, 0, rowCount + 1);
  for (let row = used; row < rowCount; row++) {
    offsets[row + 1] = texts + newer.refs.offsets[row + 1 - used];
  }
  const bytes = new Uint8Array(older.refs.bytes.buffer, 0, textEnd);
  bytes.set(newer.refs.bytes.subarray(0, textEnd - texts), texts);
  const from = copied(older.from);
  const to = copied(older.to);
  from[count] = rowCount;
  for (let at = 0; at < placed.length; at++) {
    from[placed[at]] = used + newer.from[at];
    to[placed[at]] = used + newer.to[at];
  }
  const table = { from, to, rows, refs: { offsets, bytes } };
  rooms.set(table, room);
  return table;
}

/** The same numbers in memory of the same kind. */
function copied(numbers: Uint32Array): Uint32Array {
  const Memory = numbers.buffer.constructor as new (bytes: number) => ArrayBufferLike;
  const copy = new Uint32Array(new Memory(numbers.byteLength));
  copy.set(numbers);
  return copy;
}
