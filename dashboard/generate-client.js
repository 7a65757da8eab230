// Writes the types of the API's routes from its OpenAPI document to src/data/generated/api.ts.
// With --check it writes nothing and fails where that file is out of date.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTypescript, { astToString } from 'openapi-typescript';

const document = new URL('../api/openapi.json', import.meta.url);
const target = new URL('src/data/generated/api.ts', import.meta.url);

const types = astToString(await openapiTypescript(document));
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== types) {
    process.stderr.write(`${target.pathname} is out of date: run npm run generated\n`);
    process.exit(1);
  }
} else {
  mkdirSync(new URL('.', target), { recursive: true });
  writeFileSync(target, types);
}
