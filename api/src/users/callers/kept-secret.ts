import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret } from './secret.js';

/**
 * A secret that only whoever may read the data folder knows (256 random bits, base64url), kept there
 * under `name` and made where there is none yet. Processes that start together end with the same one.
 */
export function keptSecret(dataFolder: string, name: string): string {
  const path = join(dataFolder, name);
  const kept = read(path);
  if (kept) return kept;
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  const made = newSecret();
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, `${made}\n`, { mode: 0o600, flush: true });
  try {
    // A link is made whole, and only where there is none yet.
    linkSync(partial, path);
    return made;
  } catch (error) {
    const theirs = (error as NodeJS.ErrnoException).code === 'EEXIST' && read(path);
    if (!theirs) throw error;
    return theirs;
  } finally {
    rmSync(partial, { force: true });
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
