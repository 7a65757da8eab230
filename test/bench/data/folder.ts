import { join } from 'node:path';

/** Where populations lie between runs. */
export const benchFolder = join(import.meta.dirname, '../../../.data/bench');
