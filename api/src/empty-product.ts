import { rmSync } from 'node:fs';
import type { INestApplication } from '@nestjs/common';
import { createApplication } from './application.js';
import { readConfig } from './platform/config.js';
import { temporaryDataFolder } from './platform/database/embedded-binaries.js';
import { startEmbeddedServer } from './platform/database/embedded-server.js';
import { migrate } from './platform/database/migrate.js';

/** Calls `use` with the product over a migrated, empty database of its own, and removes both afterwards. */
export async function withEmptyProduct<T>(
  use: (app: INestApplication) => T | Promise<T>,
): Promise<T> {
  const folder = temporaryDataFolder();
  const server = await startEmbeddedServer(folder);
  try {
    await migrate(server.url);
    const config = readConfig({ PROBITY_DATA_DIR: folder, PROBITY_DEMO: 'off' });
    const app = await createApplication(config, server.url);
    const result = await use(app);
    await app.close();
    return result;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
