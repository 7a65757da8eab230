import { StringDecoder } from 'node:string_decoder';
import type { ClientBase } from 'pg';
import { to } from 'pg-copy-streams';
import { statementName } from '../../platform/database/statement-name.js';

/** A row as PostgreSQL gives it, by position; null where empty. From COPY all cells are text. */
export type RawRow = readonly (string | number | boolean | null)[];

/** Where rows come from: a query in, rows out, a batch at a time. */
export interface ReadRows {
  (sql: string): AsyncIterable<readonly RawRow[]>;
  /** The same rows as bytes of COPY's text format, empty where null, where they come by COPY. */
  readonly bytes?: (sql: string) => AsyncIterable<Buffer>;
}

/** Bytes that wait while others are worked on. */
const MOST_WAITING = 2 ** 20;

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function cellOf(text: string): string | null {
  if (text === '\\N') return null;
  if (!text.includes('\\')) return text;
  return text.replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter);
}

const rowOf = (line: string): RawRow => line.split('\t').map(cellOf);

/**
 * Reads rows by COPY, several times faster than a query's own protocol. The statement takes no
 * parameters. Not to be left half read: the connection would stay in COPY.
 */
export function copyRows(client: ClientBase): ReadRows {
  const copied = (sql: string, options = ''): AsyncIterable<Buffer> =>
    client.query(to(`COPY (${sql}) TO STDOUT ${options}`, { highWaterMark: MOST_WAITING }));
  const bytes = (sql: string) => copied(sql, "(NULL '')");
  async function* rows(sql: string) {
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for await (const chunk of copied(sql)) {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      yield lines.map(rowOf);
    }
  }
  return Object.assign(rows, { bytes });
}

/** Reads rows by ordinary queries with parameters; what a statement means is worked out once a connection. */
export function queryRows(client: ClientBase, values: readonly unknown[]): ReadRows {
  return async function* (text) {
    const { rows } = await client.query<(string | number | boolean | null)[]>({
      name: statementName(text),
      text,
      values: [...values],
      rowMode: 'array',
    });
    yield rows;
  };
}
