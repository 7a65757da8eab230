import {
  type CadreColumns,
  type CadreRow,
  cadreColumns,
  compareCodePoints,
  type Day,
  NO_DAY,
  type PostingRow,
} from '@probity/analytics';
import type { RawRow, ReadRows } from '../copy/copy-rows.js';
import { cadresQuery, postingsQuery } from './record-query.js';
import type { RowOwners } from './row-owners.js';

/** The cadres with what scores need of them, by index: in order of staff number, by code point. */
export interface Register {
  readonly columns: CadreColumns;
  readonly ids: readonly number[];
  readonly indexOf: ReadonlyMap<number, number>;
  readonly staffNos: readonly string[];
  readonly names: readonly string[];
}

interface Person extends CadreRow {
  readonly id: number;
  readonly name: string;
}

const text = (cell: RawRow[number] | undefined): string | null =>
  cell == null ? null : String(cell);
const day = (cell: RawRow[number] | undefined): Day => (cell == null ? NO_DAY : Number(cell));
const truth = (cell: RawRow[number] | undefined): boolean | null =>
  cell == null ? null : cell === true || cell === 't';

/** Reads the register and the postings; `where` says which rows (SQL over the columns that both tables have); `shared`: into memory that threads share. */
export async function loadRegister(
  read: ReadRows,
  where: string,
  shared = false,
): Promise<Register> {
  const people: Person[] = [];
  for await (const rows of read(cadresQuery(where)))
    for (const row of rows) people.push(personOf(row));
  people.sort((a, b) => compareCodePoints(a.staffNo, b.staffNo) || a.id - b.id);
  const indexOf = indexesOf(people.map(({ id }) => id));
  const postings: PostingRow[] = [];
  for await (const rows of read(postingsQuery(where))) {
    for (const row of rows) {
      const cadre = indexOf.get(Number(row[0]));
      if (cadre !== undefined) postings.push(postingOf(row, cadre));
    }
  }
  return {
    columns: cadreColumns(people, postings, shared),
    ids: people.map(({ id }) => id),
    indexOf,
    staffNos: people.map(({ staffNo }) => staffNo),
    names: people.map(({ name }) => name),
  };
}

/** Everyone in a register, to read their rows. */
export const ownersIn = ({ columns, indexOf, staffNos }: Register): RowOwners => ({
  count: columns.count,
  indexOf,
  staffNos,
});

/** Where each number stands in the register. */
export function indexesOf(ids: readonly number[]): ReadonlyMap<number, number> {
  const indexOf = new Map<number, number>();
  for (let index = 0; index < ids.length; index++) indexOf.set(ids[index] as number, index);
  return indexOf;
}

function personOf(row: RawRow): Person {
  const [id, staffNo, name, unitCode, post, rank, head, appointedOn, leftOn] = row;
  return {
    id: Number(id),
    staffNo: String(staffNo),
    name: String(name),
    unitCode: text(unitCode),
    post: text(post),
    rank: text(rank),
    head: truth(head),
    appointedOn: day(appointedOn),
    leftOn: day(leftOn),
  };
}

function postingOf(row: RawRow, cadre: number): PostingRow {
  const [, unitCode, post, rank, head, fromOn, toOn] = row;
  return {
    cadre,
    unitCode: text(unitCode),
    post: text(post),
    rank: text(rank),
    head: truth(head),
    fromOn: day(fromOn),
    toOn: day(toOn),
  };
}
