import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDataFolder } from '../../api/dist/platform/database/embedded-binaries.js';
import { startEmbeddedServer } from '../../api/dist/platform/database/embedded-server.js';
import { migrate } from '../../api/dist/platform/database/migrate.js';

/** Where the folder is, for the processes of the tests. */
const NAMED = 'PREPARED_DATA_FOLDER';

/**
 * Before all tests: a data folder with the tables made and nothing in them, as the first start makes it.
 * Its server doesn't wait for the disk, which only a loss of power could tell: a killed process
 * leaves its writes to the operating system. Answers with what removes it.
 */
export async function setup(): Promise<() => void> {
  const folder = temporaryDataFolder();
  const server = await startEmbeddedServer(folder);
  await migrate(server.url);
  await server.stop();
  appendFileSync(join(folder, 'postgres', 'cluster', 'postgresql.conf'), '\nfsync = off\n');
  process.env[NAMED] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** A copy of the prepared data folder for one server; a new one where nothing was prepared. */
export function preparedFolder(): string {
  const folder = temporaryDataFolder();
  const prepared = process.env[NAMED];
  // By the system's own program: the server's files belong to another user, and stay that user's.
  if (prepared) execFileSync('cp', ['-a', `${prepared}/.`, folder]);
  return folder;
}
