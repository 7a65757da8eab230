import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withEmptyProduct } from './empty-product.js';
import { installationFolder } from './platform/config.js';
import { openApiDocument } from './platform/http/openapi.js';

/**
 * Writes the OpenAPI document of the routes as they are now to `api/openapi.json`, from which the
 * dashboard's client is generated. With `--check` it writes nothing and fails where the file is
 * out of date.
 */
async function generate(check: boolean): Promise<boolean> {
  const document = await withEmptyProduct(
    (app) => `${JSON.stringify(openApiDocument(app), null, 2)}\n`,
  );
  const file = join(installationFolder, 'api', 'openapi.json');
  if (!check) writeFileSync(file, document);
  return readFileSync(file, 'utf8') === document;
}

const fresh = await generate(process.argv.includes('--check'));
if (!fresh) process.stderr.write('api/openapi.json is out of date: run npm run generated\n');
process.exit(fresh ? 0 : 1);
