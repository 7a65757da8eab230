import type { SourceRows } from '../evidence/evidence.js';
import { allocateColumns, memory } from '../fields/columns.js';
import type { Source } from '../source.js';
import { arrowType } from './arrow-schema.js';
import { decodeColumns, encodeColumns, type FileColumn, isTexts } from './columns-file.js';
import { clustered } from './recluster.js';

const CADRE = 'cadre';
const REF = 'ref';

/** A source's rows as an Arrow file: one row a record, with the index of its cadre. Empty cells hold what the columns hold. */
export function encodeRows(source: Source, table: SourceRows): Uint8Array {
  const { from, rows, refs } = clustered(table);
  const types = Object.entries(source.fields).flatMap(([name, field]) => {
    const type = arrowType(field);
    return type ? [[name, type] as const] : [];
  });
  const columns = { [CADRE]: owners(from), ...rows, [REF]: refs };
  const metadata = { source: source.key, cadreCount: String(from.length - 1) };
  return encodeColumns({ columns, metadata }, Object.fromEntries(types));
}

function owners(from: Uint32Array): Uint32Array {
  const cadres = new Uint32Array(from[from.length - 1]);
  for (let cadre = 0; cadre + 1 < from.length; cadre++) {
    cadres.fill(cadre, from[cadre], from[cadre + 1]);
  }
  return cadres;
}

/**
 * The rows of a snapshot that `encodeRows` made; the columns are views of its bytes. Throws a
 * RangeError for another source's, or one of other fields. Trusts the bytes: a file from elsewhere
 * belongs in a worker with a deadline.
 */
export function decodeRows(source: Source, bytes: Uint8Array, shared = false): SourceRows {
  const { columns, metadata } = decodeColumns(bytes);
  if (metadata.source !== source.key) throw new RangeError(`not a snapshot of ${source.key}`);
  const from = new Uint32Array(memory(4 * (Number(metadata.cadreCount) + 1), shared));
  const owner = columns[CADRE] as Uint32Array;
  for (let row = 0; row < owner.length; row++) from[owner[row] + 1]++;
  for (let cadre = 1; cadre < from.length; cadre++) from[cadre] += from[cadre - 1];
  const expected = allocateColumns(source.fields, 0);
  const rows = Object.entries(expected).map(([name, empty]) => {
    const column: FileColumn | undefined = columns[name];
    if (column?.constructor !== empty.constructor) throw otherFields(source, name);
    return [name, column] as const;
  });
  const refs = columns[REF];
  if (!isTexts(refs)) throw otherFields(source, REF);
  const held = Object.fromEntries(rows) as SourceRows['rows'];
  return { from, to: from.subarray(1), rows: held, refs };
}

function otherFields(source: Source, name: string): RangeError {
  return new RangeError(`the snapshot of ${source.key} has other fields: ${name}`);
}
