import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { Problem } from '../../platform/errors/problem.js';

/** A body that was written to disk, whole. */
export interface SpooledFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes uploads to disk before anything is done with them. */
@Injectable()
export class Spool {
  /** Tells this folder from those of other machines: whoever shares the folder shares its name. */
  readonly folderId: string;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.folderId = folderIdOf(config.spoolFolder);
  }

  /** The queue of the files in this folder: only processes that can read them take from it. */
  get queue(): string {
    return `import-${this.folderId}`;
  }

  /** Where a spooled file lies. */
  pathOf(name: string): string {
    return join(this.config.spoolFolder, name);
  }

  /**
   * Writes a body to a file of its own and makes it durable, hashing on the way. Throws 413 where it
   * is larger than the limit (at once where `declaredBytes` says so), 507 where the disk is full; no
   * file is left behind then.
   */
  async take(body: Readable, declaredBytes: number | undefined): Promise<SpooledFile> {
    const limit = this.config.uploadLimitBytes;
    if (declaredBytes !== undefined && declaredBytes > limit) throw tooLarge(limit);
    const name = randomUUID();
    const path = this.pathOf(name);
    const file = await open(path, 'wx', 0o600);
    try {
      const written = await write(body, file, limit);
      await file.sync();
      return { name, path, ...written };
    } catch (error) {
      await rm(path, { force: true });
      throw isDiskFull(error) ? diskFull() : error;
    } finally {
      await file.close();
    }
  }

  /** Removes a spooled file that nothing came of. */
  async discard(file: SpooledFile): Promise<void> {
    await rm(file.path, { force: true });
  }
}

/** The name in the file beside the folder, which is made at the first start. */
function folderIdOf(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}.id`;
  try {
    writeFileSync(file, randomUUID(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}

async function write(body: Readable, file: FileHandle, limit: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  // Leaving the loop must not cut the connection: the sender is still to be told why.
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    const piece = chunk as Buffer;
    bytes += piece.length;
    if (bytes > limit) throw tooLarge(limit);
    hash.update(piece);
    let at = 0;
    while (at < piece.length) at += (await file.write(piece, at)).bytesWritten;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** ENOSPC: the disk; EDQUOT: this user's share of it; EFBIG: the largest file that this process may write. */
const isDiskFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes((error as NodeJS.ErrnoException).code ?? '');

const tooLarge = (limit: number) =>
  new Problem(413, {
    code: 'too-large',
    detail: `The file is larger than ${Math.floor(limit / 1024 / 1024)} MB, the limit set by PROBITY_UPLOAD_LIMIT_MB. Send it in parts.`,
    limitBytes: limit,
  });

const diskFull = () =>
  new Problem(507, {
    code: 'disk-full',
    detail:
      'The server has no room on its disk for this file. Nothing was imported; free some space and send it again.',
  });
