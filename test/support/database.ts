import { rmSync } from 'node:fs';
import pg from 'pg';
import { startEmbeddedServer } from '../../api/dist/platform/database/embedded-server.js';
import { preparedFolder } from './prepared-folder.js';

/** A PostgreSQL server that outlives the product's processes on it. */
export interface TestDatabase {
  readonly url: string;
  /** A connection to look and reach inside. */
  readonly client: pg.Client;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL server of its own on a folder, which goes with it: one with the tables made and nothing in them, where none is given. */
export async function startDatabase(folder = preparedFolder()): Promise<TestDatabase> {
  const server = await startEmbeddedServer(folder);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  return {
    url: server.url,
    client,
    async stop() {
      await client.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
