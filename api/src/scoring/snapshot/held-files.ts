import {
  type CadreColumns,
  decodeColumns,
  decodeRows,
  encodeColumns,
  encodeRows,
  packTexts,
  type SourceRows,
  sources,
  type Texts,
  textAt,
} from '@probity/analytics';
import type { Authority } from '../load/authority.js';
import { indexesOf, type Register } from '../load/register.js';
import { DamagedSnapshot, type SnapshotFile } from './checked-files.js';
import { placesColumns, placesOfColumns } from './places-columns.js';

/** What of the evidence a snapshot has; the rest is small, and read from the tables each time. */
export interface HeldColumns {
  readonly register: Register;
  readonly rows: Readonly<Record<string, SourceRows>>;
  readonly authority: Authority;
}

/** The columns as Arrow files, made one after another. */
export function* filesOf({ register, rows, authority }: HeldColumns): Generator<SnapshotFile> {
  yield { name: PEOPLE, bytes: peopleFile(register, authority) };
  yield { name: POSTINGS, bytes: postingsFile(register.columns) };
  for (const source of sources) {
    const table = rows[source.key];
    if (table) yield { name: fileOf(source.key), bytes: encodeRows(source, table) };
  }
}

/** The columns of such files, each asked for by its name. Throws a DamagedSnapshot where they don't belong together. */
export async function columnsOf(read: (name: string) => Promise<Uint8Array>): Promise<HeldColumns> {
  const names = [PEOPLE, POSTINGS, ...sources.map(({ key }) => fileOf(key))];
  const files = readAhead(read, names);
  const { register, authority } = await readPeople(await files.next(), await files.next());
  const rows: Record<string, SourceRows> = {};
  for (const source of sources) {
    const table = decodeRows(source, await files.next(), true);
    if (table.from.length !== register.columns.count + 1) {
      throw new DamagedSnapshot(`${source.key} is of other people`);
    }
    rows[source.key] = table;
  }
  return { register, rows, authority };
}

const PEOPLE = 'people.arrow';
const POSTINGS = 'postings.arrow';
const fileOf = (key: string): string => `${key}.arrow`;

/** Reads files one after another, each while the one before is still worked on. */
function readAhead(read: (name: string) => Promise<Uint8Array>, names: readonly string[]) {
  const left = [...names];
  const begin = () => {
    const name = left.shift();
    const bytes = name === undefined ? undefined : read(name);
    // It is awaited in its turn.
    bytes?.catch(() => undefined);
    return bytes;
  };
  let ahead = begin();
  return {
    async next(): Promise<Uint8Array> {
      const bytes = await ahead;
      if (!bytes) throw new RangeError('there is no further file');
      ahead = begin();
      return bytes;
    },
  };
}

function peopleFile({ columns, ids, names }: Register, authority: Authority): Uint8Array {
  const { staffNo, byStaffNo, appointedOn, leftOn, register } = columns;
  const places = placesColumns(register);
  return encodeColumns({
    columns: {
      ...{ id: Float64Array.from(ids), staffNo, name: packTexts(names) },
      ...{ byStaffNo, appointedOn, leftOn, authority },
      ...places.columns,
    },
    metadata: { texts: places.texts },
  });
}

function postingsFile({ postings }: CadreColumns): Uint8Array {
  const { from, fromOn, toOn } = postings;
  const places = placesColumns(postings);
  const cadre = new Uint32Array(fromOn.length);
  for (let at = 0; at + 1 < from.length; at++) cadre.fill(at, from[at], from[at + 1]);
  return encodeColumns({
    columns: { cadre, fromOn, toOn, ...places.columns },
    metadata: { texts: places.texts },
  });
}

async function readPeople(
  peopleBytes: Uint8Array,
  postingsBytes: Uint8Array,
): Promise<{ register: Register; authority: Authority }> {
  const people = decodeColumns(peopleBytes);
  const held = decodeColumns(postingsBytes);
  const ids = Array.from(people.columns.id as Float64Array);
  const staffNo = people.columns.staffNo as Texts;
  const names = people.columns.name as Texts;
  const from = new Uint32Array(new SharedArrayBuffer(4 * (ids.length + 1)));
  for (const cadre of held.columns.cadre as Uint32Array) from[cadre + 1]!++;
  for (let at = 1; at < from.length; at++) from[at]! += from[at - 1]!;
  const columns: CadreColumns = {
    count: ids.length,
    staffNo,
    byStaffNo: people.columns.byStaffNo as Uint32Array,
    appointedOn: people.columns.appointedOn as Int32Array,
    leftOn: people.columns.leftOn as Int32Array,
    register: placesOfColumns(people.columns, people.metadata.texts ?? '[]'),
    postings: {
      ...placesOfColumns(held.columns, held.metadata.texts ?? '[]'),
      from,
      fromOn: held.columns.fromOn as Int32Array,
      toOn: held.columns.toOn as Int32Array,
    },
  };
  const register = {
    columns,
    ids,
    indexOf: indexesOf(ids),
    staffNos: ids.map((_, at) => textAt(staffNo, at)),
    names: ids.map((_, at) => textAt(names, at)),
  };
  return { register, authority: people.columns.authority as Authority };
}
