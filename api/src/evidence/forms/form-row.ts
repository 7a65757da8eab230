import type { OpenedTable } from '../parse/open-table.js';

/** What was filled in: text by field; null clears the field. */
export type FormFields = Readonly<Record<string, string | null>>;

/** The form as a file of one row, which has the fields' own names as its header. */
export function formTable(fields: FormFields): OpenedTable {
  const text = lineOf(fields);
  return {
    header: Object.keys(fields),
    // What isn't there is missing in this row alone, and said of its field.
    growing: true,
    batches: oneRow({ line: 1, cells: Object.values(fields), text }),
    bytesRead: () => Buffer.byteLength(text),
    format: 'ndjson',
    encoding: null,
  };
}

/** The form as a line of NDJSON. */
export const lineOf = (fields: FormFields): string => JSON.stringify(fields);

async function* oneRow<T>(row: T): AsyncGenerator<T[]> {
  yield [row];
}
