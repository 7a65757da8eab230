import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { installationFolder } from './installation.js';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The token that a server on this machine laid into its data folder for whoever may read that, so
 * that commands work at once; undefined for a server elsewhere, or where there is none.
 */
export function localToken(url: string): string | undefined {
  if (!LOOPBACK.test(URL.parse(url)?.hostname ?? '')) return undefined;
  const folder = resolve(installationFolder, process.env.PROBITY_DATA_DIR || '.data');
  try {
    return readFileSync(resolve(folder, 'bootstrap-token'), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
