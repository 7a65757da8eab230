import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of a snapshot, in memory. */
export interface SnapshotFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What stands in a snapshot beside its files. */
export interface Manifest<T> {
  readonly about: T;
  readonly files: readonly {
    readonly name: string;
    readonly length: number;
    readonly sha256: string;
  }[];
}

/** A snapshot that cannot be what was written. */
export class DamagedSnapshot extends Error {}

const MANIFEST = 'manifest.json';
const PARTIAL = '.partial-';

/** Only the product's own user may read what is said about people. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/**
 * Writes files and what they are about as a folder of their own inside `folder`, whole or not at
 * all, and removes the ones before. Returns its path.
 */
export async function writeChecked<T>(
  folder: string,
  about: T,
  files: Iterable<SnapshotFile>,
): Promise<string> {
  const name = `${String(Date.now()).padStart(15, '0')}-${randomUUID()}`;
  const partial = join(folder, PARTIAL + name);
  await mkdir(partial, { recursive: true, mode: FOLDER_MODE });
  try {
    const written: Manifest<T>['files'][number][] = [];
    for (const { name, bytes } of files) {
      await writeWhole(join(partial, name), bytes);
      written.push({ name, length: bytes.length, sha256: sha256(bytes) });
    }
    const manifest = JSON.stringify({ about, files: written } satisfies Manifest<T>);
    await writeWhole(join(partial, MANIFEST), `${manifest}\n${sha256(manifest)}\n`);
    await rename(partial, join(folder, name));
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
  await removeOlder(folder, name);
  return join(folder, name);
}

async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx', FILE_MODE);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The folder written last; undefined where there is none. */
export async function latestIn(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  const latest = names
    .filter((name) => !name.startsWith('.'))
    .sort()
    .at(-1);
  return latest && join(folder, latest);
}

/** Removes every snapshot in a folder, as when nobody may find in it what it has. */
export async function removeAll(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function removeOlder(folder: string, kept: string): Promise<void> {
  for (const name of await readdir(folder)) {
    // What another process is writing now is newer than this one, or soon replaced.
    if (name < kept && !name.startsWith('.')) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}

/** What a snapshot is about. Throws a DamagedSnapshot. */
export async function readManifest<T>(snapshot: string): Promise<Manifest<T>> {
  const text = await readFile(join(snapshot, MANIFEST), 'utf8').catch(() => '');
  const [manifest = '', checksum] = text.split('\n');
  if (checksum !== sha256(manifest)) throw new DamagedSnapshot('its manifest is damaged');
  return JSON.parse(manifest);
}

/** One file of a snapshot, in memory that threads share. Throws a DamagedSnapshot where a byte is another one. */
export async function readChecked(
  snapshot: string,
  { files }: Manifest<unknown>,
  name: string,
): Promise<Uint8Array> {
  const expected = files.find((file) => file.name === name);
  if (!expected) throw new DamagedSnapshot(`it has no ${name}`);
  const file = await open(join(snapshot, name)).catch(() => undefined);
  if (!file) throw new DamagedSnapshot(`${name} is missing`);
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(expected.length));
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length < bytes.length || sha256(bytes) !== expected.sha256) {
      throw new DamagedSnapshot(`${name} is damaged`);
    }
    return bytes;
  } finally {
    await file.close();
  }
}
