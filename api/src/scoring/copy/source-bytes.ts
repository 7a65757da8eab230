import { type GrowingTexts, type Source, type SourceRows, TableBuilder } from '@probity/analytics';
import { neededFields, sourceQuery } from '../load/record-query.js';
import type { RowOwners } from '../load/row-owners.js';
import { ByteLines } from './byte-lines.js';

const SLASH = 47;
const ZERO = 48;

/** What comes before the needed fields: the owner's number and the source system. */
const OWNER = 0;
const SYSTEM = 1;
const FIRST_FIELD = 2;

/** Reads a source's rows out of COPY's bytes, field by field into columns: what `loadSource` does, without an object for a row. */
export async function loadSourceBytes(
  bytesOf: (sql: string) => AsyncIterable<Buffer>,
  source: Source,
  owners: RowOwners,
  where: string,
  shared: boolean,
): Promise<SourceRows> {
  const builder = new TableBuilder(source, shared);
  const names = neededFields(source);
  const places = Object.fromEntries(names.map((name, at) => [name, at + FIRST_FIELD]));
  const lines = new ByteLines(names.length + FIRST_FIELD);
  const { starts, ends } = lines;
  const row: { bytes: Uint8Array } & Row = { bytes: new Uint8Array(0), starts, ends, places };
  const nameOf = recordNamer(source, row);
  const systemOf = textReader();
  let owner = -1;
  let cadre: number | undefined;
  const nameRecord = (refs: GrowingTexts) => nameOf(refs, owners.staffNos[cadre ?? -1] ?? '');
  const take = (bytes: Uint8Array) => {
    row.bytes = bytes;
    const id = wholeNumber(bytes, starts[OWNER] as number, ends[OWNER] as number);
    // Most rows come next to others of the same person.
    if (id !== owner) cadre = owners.indexOf.get(id);
    owner = id;
    if (cadre === undefined) return;
    const system = systemOf(bytes, starts[SYSTEM] as number, ends[SYSTEM] as number);
    builder.appendBytes(cadre, system, row, nameRecord);
  };
  for await (const chunk of bytesOf(sourceQuery(source, where))) lines.take(chunk, take);
  return builder.build(owners.count);
}

interface Row {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly places: Readonly<Record<string, number>>;
}

/** Adds what the record in the row is called, by the same rule as `recordRef`. */
function recordNamer(
  { identity }: Source,
  row: Row,
): (refs: GrowingTexts, staffNo: string) => void {
  const ref = row.places.ref ?? -1;
  const parts = identity.includes('case_no') ? ['case_no'] : identity;
  const isThere = (place: number) =>
    (row.starts[place] as number) >= 0 &&
    (row.ends[place] as number) > (row.starts[place] as number);
  const add = (refs: GrowingTexts, place: number) =>
    refs.add(row.bytes, row.starts[place] as number, row.ends[place] as number);
  return (refs, staffNo) => {
    if (ref >= 0 && isThere(ref)) return add(refs, ref);
    let isFirst = true;
    for (const part of parts) {
      const place = row.places[part] ?? -1;
      if (part === 'staff_no' ? staffNo === '' : !isThere(place)) continue;
      if (!isFirst) refs.addByte(SLASH);
      if (part === 'staff_no') refs.addText(staffNo);
      else add(refs, place);
      isFirst = false;
    }
  };
}

function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) number = 10 * number + (bytes[at] as number) - ZERO;
  return number;
}

/** Reads texts that are mostly the same as the one before. */
function textReader(): (bytes: Uint8Array, start: number, end: number) => string {
  let last: Buffer = Buffer.alloc(0);
  let text = '';
  return (bytes, start, end) => {
    let at = 0;
    if (end - start === last.length)
      while (at < last.length && last[at] === bytes[start + at]) at++;
    if (at === last.length && end - start === last.length) return text;
    last = Buffer.from(bytes.subarray(start, end));
    text = last.toString('utf8');
    return text;
  };
}
