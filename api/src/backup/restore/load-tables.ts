import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { type CopyStreamQuery, from } from 'pg-copy-streams';
import {
  copySettings,
  copyTarget,
  quoted,
  TABLES,
  type TableColumns,
  type TableDigest,
} from '../archive/contents.js';
import { digestOf } from '../snapshot/read-table.js';
import { opened } from './opened-tables.js';
import { type CheckedBackup, entriesIn, tableIn } from './read-backup.js';

/** Told of what is done, for whoever waits. */
export type Progress = (line: string) => void;

/** COPY into one table at a time, for as long as its pieces come. */
class TableLoad {
  #name = '';
  #stream: CopyStreamQuery | undefined;

  constructor(
    private readonly client: ClientBase,
    private readonly tables: ReadonlyMap<string, TableColumns>,
  ) {}

  async take(name: string, content: Uint8Array): Promise<void> {
    if (name !== this.#name) await this.#begin(name);
    if (this.#stream?.errored) throw this.#stream.errored;
    if (this.#stream && !this.#stream.write(content)) await once(this.#stream, 'drain');
  }

  async #begin(name: string): Promise<void> {
    await this.end();
    const table = this.tables.get(name);
    if (!table) throw new Error(`the archive has a table that it does not list: ${name}`);
    this.#name = name;
    this.#stream = this.client.query(from(`COPY ${copyTarget(table)} FROM STDIN`));
    // What is refused between two pieces is thrown with the next one.
    this.#stream.on('error', () => undefined);
  }

  async end(): Promise<void> {
    this.#stream?.end();
    if (this.#stream) await finished(this.#stream);
    this.#stream = undefined;
  }
}

/** Loads all rows of a backup, in the transaction that `client` is in, and sets the sequences. */
async function load(client: ClientBase, backup: CheckedBackup): Promise<void> {
  const { opening, closing } = backup;
  const tables = new Map(opening.tables.map((table) => [table.name, table]));
  if (tables.size > 0) {
    await client.query(`TRUNCATE ${[...tables.keys()].map(quoted).join(', ')}`);
  }
  const rows = new TableLoad(client, tables);
  for await (const { name, content } of entriesIn(backup.path, backup.keys)) {
    if (name.startsWith(TABLES)) await rows.take(tableIn(name), content);
  }
  await rows.end();
  for (const { name, lastValue, isCalled } of closing.sequences) {
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [
      quoted(name),
      lastValue,
      isCalled,
    ]);
  }
}

/** Reads every table back from the database and compares it, to the byte, with what was backed up. */
async function compare(client: ClientBase, { opening, closing }: CheckedBackup): Promise<number> {
  const wanted = new Map<string, TableDigest>(closing.tables.map((table) => [table.name, table]));
  let rowCount = 0;
  for (const table of opening.tables) {
    const found = await digestOf(client, table);
    const { rowCount: rows, sha256 } = wanted.get(table.name) ?? {};
    if (found.rowCount !== rows || found.sha256 !== sha256) {
      throw new Error(
        `${table.name} came back with ${found.rowCount} rows, of ${rows}, or with other content`,
      );
    }
    rowCount += found.rowCount;
  }
  return rowCount;
}

/**
 * Fills the tables, which have the backup's schema, and compares what they hold then with what was
 * backed up; all of it in one transaction. Returns how many rows that are. Throws where anything differs.
 */
export async function loadTables(
  client: ClientBase,
  backup: CheckedBackup,
  progress: Progress,
): Promise<number> {
  await client.query('BEGIN');
  try {
    for (const setting of copySettings) await client.query(setting);
    const close = await opened(
      client,
      backup.opening.tables.map(({ name }) => name),
    );
    progress('loading the tables');
    await load(client, backup);
    progress('comparing them with what was backed up');
    const rowCount = await compare(client, backup);
    await close();
    await client.query('COMMIT');
    return rowCount;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
