import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';

/** A cell on its way into a table. */
export type Cell = string | number | boolean | null | undefined;

const PIECE_LENGTH = 262_144;

const special = /[\\\t\n\r]/g;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** A cell as COPY's text format wants it. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '\\N';
  if (typeof cell === 'string') return cell.replace(special, (letter) => escapes[letter] ?? '');
  return String(cell);
}

/** Writes rows into a table by COPY as fast as the server takes them. Answers with how many. */
export async function copyInto(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<number> {
  const stream = client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  const done = finished(stream);
  let piece = '';
  let count = 0;
  for (const row of rows) {
    piece += `${row.map(cellText).join('\t')}\n`;
    count++;
    if (piece.length < PIECE_LENGTH) continue;
    // Waiting for either: a stream that failed would never drain.
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done]);
    piece = '';
  }
  stream.end(piece);
  await done;
  return count;
}
