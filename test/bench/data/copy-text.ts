import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';

const PIECE_LENGTH = 1 << 18;

/** A table that takes rows by COPY, on a connection of its own. */
export interface CopyTarget {
  /** Takes one row: its cells as COPY's text format wants them, `\N` for none. */
  write(cells: readonly (string | number)[]): Promise<void> | undefined;
  /** Answers with the number of rows once the server has all of them. */
  end(): Promise<number>;
}

/** Begins a COPY into `table`, which is emptied before: whoever sees its rows sees all of them, so vacuum has nothing to do. */
export async function copyTarget(
  url: string,
  table: string,
  columns: readonly string[],
): Promise<CopyTarget> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const into = pg.escapeIdentifier(table);
  await client.query(`BEGIN; TRUNCATE ${into}`);
  const stream = client.query(from(`COPY ${into} (${names}) FROM STDIN (FREEZE)`));
  const done = finished(stream);
  done.catch(() => undefined);
  let piece = '';
  let count = 0;
  return {
    write(cells) {
      piece += `${cells.join('\t')}\n`;
      count++;
      if (piece.length < PIECE_LENGTH) return undefined;
      const full = piece;
      piece = '';
      if (stream.write(full)) return undefined;
      return Promise.race([once(stream, 'drain').then(() => undefined), done]);
    },
    async end() {
      stream.end(piece);
      await done;
      await client.query('COMMIT');
      await client.end();
      return count;
    },
  };
}
