import { compareCodePoints } from '../fields/code-points.js';
import { memory } from '../fields/columns.js';
import type { Day } from '../fields/day.js';
import { NO_CODE } from '../fields/field.js';
import { type CadreColumns, type Dictionary, NO_TEXT, type Places } from './cadres.js';
import { packTexts } from './texts.js';

interface PlaceRow {
  readonly unitCode: string | null;
  readonly post: string | null;
  readonly rank: string | null;
  readonly head: boolean | null;
}

/** One cadre of the register. Empty dates are NO_DAY. */
export interface CadreRow extends PlaceRow {
  readonly staffNo: string;
  readonly appointedOn: Day;
  readonly leftOn: Day;
}

/** One posting; `cadre` is the position of its cadre in the list of cadres, `toOn` exclusive and NO_DAY while it lasts. */
export interface PostingRow extends PlaceRow {
  readonly cadre: number;
  readonly fromOn: Day;
  readonly toOn: Day;
}

/**
 * The columns of the register. Postings may come in any order; they are put by cadre and first day,
 * and of equal first days the one that counts last, so that a search from the end meets it first.
 */
export function cadreColumns(
  cadres: readonly CadreRow[],
  postings: readonly PostingRow[],
  shared = false,
): CadreColumns {
  const sorted = postings.toSorted(comparePostings);
  const byStaffNo = Uint32Array.from(cadres.keys()).sort((a, b) =>
    compareCodePoints(cadres[a].staffNo, cadres[b].staffNo),
  );
  return {
    count: cadres.length,
    staffNo: packTexts(
      cadres.map((cadre) => cadre.staffNo),
      shared,
    ),
    byStaffNo: copied(byStaffNo, new Uint32Array(memory(byStaffNo.byteLength, shared))),
    appointedOn: daysOf(cadres, (cadre) => cadre.appointedOn, shared),
    leftOn: daysOf(cadres, (cadre) => cadre.leftOn, shared),
    register: places(cadres, shared),
    postings: {
      ...places(sorted, shared),
      from: offsets(sorted, cadres.length, shared),
      fromOn: daysOf(sorted, (posting) => posting.fromOn, shared),
      toOn: daysOf(sorted, (posting) => posting.toOn, shared),
    },
  };
}

/**
 * By cadre and first day, then the smaller unit code last. Two systems can have the same posting
 * and differ about the rest: then smaller texts, the longer time and the head come last, only so
 * that the order of arrival never decides.
 */
function comparePostings(a: PostingRow, b: PostingRow): number {
  return (
    a.cadre - b.cadre ||
    a.fromOn - b.fromOn ||
    compareCodePoints(b.unitCode ?? '', a.unitCode ?? '') ||
    compareCodePoints(b.post ?? '', a.post ?? '') ||
    compareCodePoints(b.rank ?? '', a.rank ?? '') ||
    a.toOn - b.toOn ||
    Number(a.head ?? -1) - Number(b.head ?? -1)
  );
}

function headCode(head: boolean | null): number {
  return head === null ? NO_CODE : Number(head);
}

function copied(from: Uint32Array, to: Uint32Array): Uint32Array {
  to.set(from);
  return to;
}

function daysOf<T>(rows: readonly T[], day: (row: T) => Day, shared: boolean): Int32Array {
  const days = new Int32Array(memory(4 * rows.length, shared));
  rows.forEach((row, at) => {
    days[at] = day(row);
  });
  return days;
}

function offsets(sorted: readonly PostingRow[], cadreCount: number, shared: boolean): Uint32Array {
  const from = new Uint32Array(memory(4 * (cadreCount + 1), shared));
  for (const posting of sorted) {
    if (!(posting.cadre >= 0 && posting.cadre < cadreCount)) {
      throw new RangeError(`a posting of cadre ${posting.cadre}, of ${cadreCount}`);
    }
    from[posting.cadre + 1]++;
  }
  for (let cadre = 0; cadre < cadreCount; cadre++) from[cadre + 1] += from[cadre];
  return from;
}

function places(rows: readonly PlaceRow[], shared: boolean): Places {
  const head = new Uint8Array(memory(rows.length, shared));
  rows.forEach((row, at) => {
    head[at] = headCode(row.head);
  });
  return {
    unit: dictionary(rows, (row) => row.unitCode, shared),
    post: dictionary(rows, (row) => row.post, shared),
    rank: dictionary(rows, (row) => row.rank, shared),
    head,
  };
}

function dictionary(
  rows: readonly PlaceRow[],
  textOf: (row: PlaceRow) => string | null,
  shared: boolean,
): Dictionary {
  const codes = new Uint32Array(memory(4 * rows.length, shared));
  const known = new Map<string, number>();
  rows.forEach((row, at) => {
    const text = textOf(row);
    if (text === null) {
      codes[at] = NO_TEXT;
      return;
    }
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    codes[at] = code;
  });
  return { codes, values: [...known.keys()] };
}
