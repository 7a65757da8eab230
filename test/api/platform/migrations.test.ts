import { rmSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../../../api/dist/application.js';
import { readConfig } from '../../../api/dist/platform/config.js';
import { temporaryDataFolder } from '../../../api/dist/platform/database/embedded-binaries.js';
import {
  type EmbeddedServer,
  startEmbeddedServer,
} from '../../../api/dist/platform/database/embedded-server.js';
import { migrate } from '../../../api/dist/platform/database/migrate.js';

let folder: string;
let server: EmbeddedServer;

beforeAll(async () => {
  folder = temporaryDataFolder();
  server = await startEmbeddedServer(folder);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('migrations', () => {
  it('make of an empty database what the entities describe, with nothing left to generate', async () => {
    await migrate(server.url);
    const config = readConfig({ PROBITY_DATA_DIR: folder, PROBITY_DEMO: 'off' });
    const app = await createApplication(config, server.url);
    const dataSource = app.get(DataSource);
    expect(dataSource.entityMetadatas.map(({ tableName }) => tableName)).toContain('audit_finding');
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    await app.close();
  });
});
