import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const api = join(root, 'api');
const changedAt = (file: string) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/**
 * Before all tests: makes the programs of the product (`api/dist/programs`) again where somebody has
 * called the compiler alone since `npm run build`, or the tests would try an older product.
 */
export function setup(): void {
  const compiled = ['analytics', 'migrations', 'api'].map((name) =>
    changedAt(join(root, name, 'dist/.tsbuildinfo')),
  );
  if (changedAt(join(api, 'dist/programs/main.js')) >= Math.max(...compiled)) return;
  execFileSync(join(root, 'node_modules/.bin/rolldown'), ['-c', 'rolldown.config.ts'], {
    cwd: api,
  });
}
