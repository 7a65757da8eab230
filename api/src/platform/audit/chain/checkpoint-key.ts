import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key that signs checkpoints, kept as `audit-key.pem` in the data folder; the first start makes
 * it. Processes that start together end with the same one.
 */
export function checkpointKey(dataFolder: string): KeyObject {
  const path = join(dataFolder, 'audit-key.pem');
  return read(path) ?? make(dataFolder, path);
}

function read(path: string): KeyObject | undefined {
  try {
    return createPrivateKey(readFileSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`the key of the audit log's checkpoints cannot be read: ${path}`, {
      cause: error,
    });
  }
}

function make(dataFolder: string, path: string): KeyObject {
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flush: true,
  });
  try {
    // A link is made whole, and only where there is none yet.
    linkSync(partial, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(partial, { force: true });
  }
  return createPrivateKey(readFileSync(path));
}
