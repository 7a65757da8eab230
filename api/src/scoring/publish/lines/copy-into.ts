import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';

/** Writes lines into a table by COPY as fast as the server takes them. */
export async function copyInto(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  lines: Iterable<Buffer>,
): Promise<void> {
  const stream = client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  const done = finished(stream);
  for (const some of lines) {
    // Waiting for either: a stream that failed would never drain.
    if (!stream.write(some)) await Promise.race([once(stream, 'drain'), done]);
  }
  stream.end();
  await done;
}
