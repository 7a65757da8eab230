import { createHash } from 'node:crypto';
import type { ReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that was written. */
export interface WrittenFile {
  readonly byteCount: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its renames are in the journal anyway.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file into `folder` that is there whole or not at all, also after a power cut: under a
 * hidden name first, which is given its own name when every byte is on the disk. A file of the same
 * name is replaced. Pieces are taken one at a time, as fast as the disk takes them. `beforeShown` is
 * called when all is on the disk and before the file has its name. `mode` says who may read it. Throws what the disk, `pieces` or
 * `beforeShown` throw, and leaves nothing behind then.
 */
export async function writeWhole(
  folder: string,
  name: string,
  pieces: AsyncIterable<string | Uint8Array>,
  beforeShown: (written: WrittenFile) => Promise<void> = async () => {},
  mode = 0o640,
): Promise<WrittenFile> {
  await mkdir(folder, { recursive: true, mode: 0o750 });
  const partial = join(folder, `.${name}.part`);
  const hash = createHash('sha256');
  let byteCount = 0;
  let written: WrittenFile;
  try {
    const handle = await open(partial, 'w', mode);
    try {
      for await (const piece of pieces) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
        hash.update(bytes);
        byteCount += bytes.length;
        await handle.writeFile(bytes);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    written = { byteCount, sha256: hash.digest('hex') };
    await beforeShown(written);
    await rename(partial, join(folder, name));
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
  return written;
}

/** Opens a written file for reading; undefined where it is no longer there. */
export async function openWritten(folder: string, name: string): Promise<ReadStream | undefined> {
  try {
    const handle = await open(join(folder, name), 'r');
    return handle.createReadStream();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
