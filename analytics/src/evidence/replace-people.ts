import { memory } from '../fields/columns.js';
import type { CadreColumns, Dictionary, Places, PostingColumns } from './cadres.js';
import { NO_TEXT } from './cadres.js';
import { packTexts, textAt } from './texts.js';

/** Where each cadre of a new register comes from: the index in the older one, or (`fromNewer`) in the newer; -1 where not from there. */
export interface PeopleSources {
  readonly fromOlder: Int32Array;
  readonly fromNewer: Int32Array;
}

/**
 * The register of these cadres, in this order, each with the row and the postings of the part that it
 * comes from (the newer one, where both have the cadre). The cadres must be in order of staff number.
 */
export function replacePeople(
  older: CadreColumns,
  newer: CadreColumns,
  { fromOlder, fromNewer }: PeopleSources,
  shared = false,
): CadreColumns {
  const count = fromNewer.length;
  const parts: Parts = { older, newer, fromOlder, fromNewer };
  return {
    count,
    ...numbersOf(parts, shared),
    appointedOn: gathered(parts, (columns) => columns.appointedOn, shared),
    leftOn: gathered(parts, (columns) => columns.leftOn, shared),
    register: gatheredPlaces(parts, (columns) => columns.register, shared),
    postings: gatheredPostings(parts, shared),
  };
}

function numbersOf(
  { older, newer, fromOlder, fromNewer }: Parts,
  shared: boolean,
): Pick<CadreColumns, 'staffNo' | 'byStaffNo'> {
  const count = fromNewer.length;
  if (count === older.count && fromOlder.every((old, at) => old === at)) {
    return { staffNo: older.staffNo, byStaffNo: older.byStaffNo };
  }
  const staffNos = Array.from({ length: count }, (_, at) =>
    fromNewer[at] >= 0
      ? textAt(newer.staffNo, fromNewer[at])
      : textAt(older.staffNo, fromOlder[at]),
  );
  const byStaffNo = new Uint32Array(memory(4 * count, shared));
  for (let cadre = 0; cadre < count; cadre++) byStaffNo[cadre] = cadre;
  return { staffNo: packTexts(staffNos, shared), byStaffNo };
}

/** Rows that come from one part or the other. */
interface Parts extends PeopleSources {
  readonly older: CadreColumns;
  readonly newer: CadreColumns;
}

type Numbers = Int32Array | Uint8Array;

function gathered<T extends Numbers>(
  { older, newer, fromOlder, fromNewer }: Parts,
  columnOf: (part: CadreColumns) => T,
  shared: boolean,
): T {
  const [old, recent] = [columnOf(older), columnOf(newer)];
  const Column = old.constructor as new (buffer: ArrayBuffer | SharedArrayBuffer) => T;
  const column = new Column(memory(fromNewer.length * old.BYTES_PER_ELEMENT, shared));
  for (let at = 0; at < fromNewer.length; at++) {
    column[at] = fromNewer[at] >= 0 ? recent[fromNewer[at]] : old[fromOlder[at]];
  }
  return column;
}

function gatheredPlaces(
  parts: Parts,
  placesOf: (part: CadreColumns) => Places,
  shared: boolean,
): Places {
  const text = (name: 'unit' | 'post' | 'rank') =>
    gatheredDictionary(parts, (part) => placesOf(part)[name], shared);
  return {
    unit: text('unit'),
    post: text('post'),
    rank: text('rank'),
    head: gathered(parts, (part) => placesOf(part).head, shared),
  };
}

/** Texts keep the codes that they had; those that are new come after them. */
function gatheredDictionary(
  { older, newer, fromOlder, fromNewer }: Parts,
  dictionaryOf: (part: CadreColumns) => Dictionary,
  shared: boolean,
): Dictionary {
  const old = dictionaryOf(older);
  const recent = dictionaryOf(newer);
  const known = new Map(old.values.map((value, code) => [value, code]));
  const codeOf = recent.values.map((value) => {
    const code = known.get(value) ?? known.size;
    known.set(value, code);
    return code;
  });
  const codes = new Uint32Array(memory(4 * fromNewer.length, shared));
  for (let at = 0; at < fromNewer.length; at++) {
    if (fromNewer[at] < 0) codes[at] = old.codes[fromOlder[at]];
    else {
      const code = recent.codes[fromNewer[at]];
      codes[at] = code === NO_TEXT ? NO_TEXT : codeOf[code];
    }
  }
  return { codes, values: [...known.keys()] };
}

/** Postings go along with their cadres. */
function gatheredPostings(parts: Parts, shared: boolean): PostingColumns {
  const { older, newer, fromOlder, fromNewer } = parts;
  const count = fromNewer.length;
  const from = new Uint32Array(memory(4 * (count + 1), shared));
  const startOf = (cadre: number) =>
    fromNewer[cadre] >= 0
      ? newer.postings.from.subarray(fromNewer[cadre], fromNewer[cadre] + 2)
      : older.postings.from.subarray(fromOlder[cadre], fromOlder[cadre] + 2);
  for (let cadre = 0; cadre < count; cadre++) {
    const [start, stop] = startOf(cadre);
    from[cadre + 1] = from[cadre] + stop - start;
  }
  const rows: Parts = {
    ...{ older, newer },
    fromOlder: new Int32Array(from[count]).fill(-1),
    fromNewer: new Int32Array(from[count]).fill(-1),
  };
  for (let cadre = 0; cadre < count; cadre++) {
    const target = fromNewer[cadre] >= 0 ? rows.fromNewer : rows.fromOlder;
    const start = startOf(cadre)[0] - from[cadre];
    for (let row = from[cadre]; row < from[cadre + 1]; row++) target[row] = start + row;
  }
  return {
    ...gatheredPlaces(rows, (part) => part.postings, shared),
    from,
    fromOn: gathered(rows, (part) => part.postings.fromOn, shared),
    toOn: gathered(rows, (part) => part.postings.toOn, shared),
  };
}
