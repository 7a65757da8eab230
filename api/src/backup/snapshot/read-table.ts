import { createHash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { to } from 'pg-copy-streams';
import { copyTarget, type TableColumns, type TableDigest } from '../archive/contents.js';

/**
 * Reads a table as COPY's text, as its bytes come. Returns what was read. A consumer that stops early
 * waits for the rest of the table to be passed over, so that the connection can be used again.
 */
export async function* readTable(
  client: ClientBase,
  table: TableColumns,
): AsyncGenerator<Buffer, TableDigest, undefined> {
  const hash = createHash('sha256');
  let byteCount = 0;
  const rows = client.query(to(`COPY ${copyTarget(table)} TO STDOUT`));
  try {
    for await (const chunk of rows.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      byteCount += chunk.length;
      yield chunk;
    }
  } finally {
    if (!rows.readableEnded && !rows.destroyed) {
      rows.resume();
      await finished(rows).catch(() => undefined);
    }
  }
  return { name: table.name, rowCount: rows.rowCount, byteCount, sha256: hash.digest('hex') };
}

/** The digest of a table as it is now. */
export async function digestOf(client: ClientBase, table: TableColumns): Promise<TableDigest> {
  const rows = readTable(client, table);
  for (;;) {
    const { value, done } = await rows.next();
    if (done) return value;
  }
}
