import { rmSync } from 'node:fs';
import { Client } from 'pg';
import { temporaryDataFolder } from '../../api/dist/platform/database/embedded-binaries.js';
import { startEmbeddedServer } from '../../api/dist/platform/database/embedded-server.js';

/** A database of its own, gone when it is closed. */
export interface ScratchDatabase {
  readonly client: Client;
  close(): Promise<void>;
}

/** Makes an empty database on an embedded server in a temporary folder. */
export async function openScratchDatabase(): Promise<ScratchDatabase> {
  const folder = temporaryDataFolder();
  const server = await startEmbeddedServer(folder);
  const client = new Client({ connectionString: server.url });
  await client.connect();
  return {
    client,
    close: async () => {
      await client.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
