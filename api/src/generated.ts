import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from './application.js';
import { installationFolder, readConfig } from './platform/config.js';
import { startEmbeddedServer } from './platform/database/embedded-server.js';
import { migrate } from './platform/database/migrate.js';
import { openApiDocument } from './platform/http/openapi.js';

/**
 * Writes the OpenAPI document of the routes as they are now to `api/openapi.json`, from which the
 * dashboard's client is generated. With `--check` it writes nothing and fails where the file is
 * out of date.
 */
async function generate(check: boolean): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'probity-generated-'));
  const server = await startEmbeddedServer(folder);
  try {
    await migrate(server.url);
    const config = readConfig({ PROBITY_DATA_DIR: folder, PROBITY_DEMO: 'off' });
    const app = await createApplication(config, server.url);
    const document = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
    await app.close();
    const file = join(installationFolder, 'api', 'openapi.json');
    if (!check) writeFileSync(file, document);
    return readFileSync(file, 'utf8') === document;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const fresh = await generate(process.argv.includes('--check'));
if (!fresh) process.stderr.write('api/openapi.json is out of date: run npm run generated\n');
process.exit(fresh ? 0 : 1);
