import {
  type Cell,
  recordRef,
  type Source,
  type SourceRows,
  TableBuilder,
} from '@probity/analytics';
import type { ReadRows } from '../copy/copy-rows.js';
import { loadSourceBytes } from '../copy/source-bytes.js';
import { neededFields, sourceQuery } from './record-query.js';
import type { RowOwners } from './row-owners.js';

/** Reads a source's rows into columns clustered by cadre. Rows of other people are left out. `shared`: into memory that threads share. */
export async function loadSource(
  read: ReadRows,
  source: Source,
  owners: RowOwners,
  where: string,
  shared = false,
): Promise<SourceRows> {
  if (read.bytes) return loadSourceBytes(read.bytes, source, owners, where, shared);
  const builder = new TableBuilder(source, shared);
  const names = neededFields(source);
  const dates = names.map((name) => source.fields[name]?.type === 'date');
  // One object for all rows: the builder copies what it needs.
  const cells: Record<string, Cell> = {};
  for await (const rows of read(sourceQuery(source, where))) {
    for (const row of rows) {
      const cadre = owners.indexOf.get(Number(row[0]));
      if (cadre === undefined) continue;
      for (let at = 0; at < names.length; at++) {
        const cell = row[at + 2] ?? null;
        cells[names[at] as string] = dates[at] && cell !== null ? Number(cell) : cell;
      }
      cells.staff_no = owners.staffNos[cadre];
      builder.append(cadre, recordRef(source, cells), String(row[1]), cells);
    }
  }
  return builder.build(owners.count);
}
