import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that the product is installed in: as far from here in `dist/cli` as in `dist/programs`. */
export const installationFolder = resolve(fileURLToPath(import.meta.url), '../../../..');
