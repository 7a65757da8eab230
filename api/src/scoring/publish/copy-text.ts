import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';

/** A cell on its way into a table. */
export type Cell = string | number | boolean | null | undefined;

const special = /[\\\t\n\r]/;
const everySpecial = new RegExp(special, 'g');
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** A cell as COPY's text format wants it. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '\\N';
  if (typeof cell !== 'string') return String(cell);
  return special.test(cell) ? cell.replace(everySpecial, (letter) => escapes[letter] ?? '') : cell;
}

/** Cells one after another, as a line has them. */
export function cellsText(cells: readonly Cell[]): string {
  let text = '';
  for (let at = 0; at < cells.length; at++)
    text += at ? `\t${cellText(cells[at])}` : cellText(cells[at]);
  return text;
}

/** Writes lines into a table by COPY as fast as the server takes them. */
export async function copyInto(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  texts: Iterable<string>,
): Promise<void> {
  const stream = client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  const done = finished(stream);
  for (const text of texts) {
    // Waiting for either: a stream that failed would never drain.
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), done]);
  }
  stream.end();
  await done;
}
