import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { BackupConfig } from '../../platform/config.js';
import {
  CLOSING,
  type Closing,
  closingSchema,
  FILES,
  OPENING,
  type Opening,
  openingSchema,
  TABLES,
} from '../archive/contents.js';
import { type BackupKeys, CannotOpen, decrypt } from '../archive/encryption.js';
import { type ArchiveEntry, untar } from '../archive/tar.js';
import { through } from '../archive/through.js';
import { Refused } from './refused.js';

/** A backup that was read to its end and found whole. */
export interface CheckedBackup {
  readonly path: string;
  readonly keys: BackupKeys;
  readonly opening: Opening;
  readonly closing: Closing;
  /** Of the file as it lies on the disk. */
  readonly sha256: string;
  readonly byteCount: number;
  /** The entries below `files/`, by their name there. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The keys that the settings give. Throws a Refused where they give none. */
export function keysOf({ passphrase, identityFile }: BackupConfig): BackupKeys {
  if (identityFile !== undefined && !existsSync(identityFile)) {
    throw new Refused(`PROBITY_BACKUP_IDENTITY_FILE: there is no file ${identityFile}.`);
  }
  const lines = identityFile === undefined ? [] : readFileSync(identityFile, 'utf8').split(/\s+/);
  const identities = lines.filter((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (passphrase === undefined && identities.length === 0) {
    throw new Refused(
      'Say what opens the backup: PROBITY_BACKUP_PASSPHRASE, or PROBITY_BACKUP_IDENTITY_FILE (a file with AGE-SECRET-KEY-1...).',
    );
  }
  return { passphrase, identities };
}

/** The entries of a backup's file, whose bytes are also given to `seen`. */
export async function* entriesIn(
  path: string,
  keys: BackupKeys,
  seen: (bytes: Uint8Array) => void = () => {},
): AsyncGenerator<ArchiveEntry, void, undefined> {
  async function* file(): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
      seen(piece as Buffer);
      yield piece as Buffer;
    }
  }
  const opened = Readable.from(decrypt(file(), keys), { objectMode: true, highWaterMark: 2 });
  yield* untar(through(opened, createGunzip()));
}

/** What was found while reading, to be compared with what the archive says of itself. */
class Tally {
  readonly #tables = new Map<string, { hash: ReturnType<typeof createHash>; byteCount: number }>();
  readonly files = new Map<string, Uint8Array>();
  opening: Opening | undefined;
  closing: Closing | undefined;

  take({ name, content }: ArchiveEntry): void {
    if (this.closing) throw new Error('it goes on after its end');
    if (name === OPENING) this.opening = openingSchema.parse(jsonOf(content));
    else if (!this.opening) throw new Error('it does not begin as a backup does');
    else if (name === CLOSING) this.closing = closingSchema.parse(jsonOf(content));
    else if (name.startsWith(FILES)) this.files.set(name.slice(FILES.length), content);
    else if (name.startsWith(TABLES)) this.#add(tableIn(name), content);
    else throw new Error(`it holds something unknown: ${name}`);
  }

  #add(table: string, content: Uint8Array): void {
    const found = this.#tables.get(table) ?? { hash: createHash('sha256'), byteCount: 0 };
    found.hash.update(content);
    found.byteCount += content.length;
    this.#tables.set(table, found);
  }

  /** Throws where the archive is not what it says it is. */
  compared(): { opening: Opening; closing: Closing } {
    const { opening, closing } = this;
    if (!opening || !closing) throw new Error('it ends too early');
    for (const { name, byteCount, sha256 } of closing.tables) {
      const found = this.#tables.get(name) ?? { hash: createHash('sha256'), byteCount: 0 };
      if (found.byteCount !== byteCount || found.hash.digest('hex') !== sha256) {
        throw new Error(`its table ${name} is not what was backed up`);
      }
    }
    for (const { name, sha256 } of closing.files) {
      const content = this.files.get(name);
      if (!content || createHash('sha256').update(content).digest('hex') !== sha256) {
        throw new Error(`its file ${name} is not what was backed up`);
      }
    }
    return { opening, closing };
  }
}

const jsonOf = (content: Uint8Array): unknown => JSON.parse(Buffer.from(content).toString('utf8'));

/** The table that an entry is a piece of. */
export const tableIn = (entryName: string): string => entryName.split('/')[1] ?? '';

/** Reads a backup from beginning to end and writes nothing. Throws a Refused where it cannot be used. */
export async function checkBackup(path: string, keys: BackupKeys): Promise<CheckedBackup> {
  if (!existsSync(path)) throw new Refused(`There is no file ${path}.`);
  const hash = createHash('sha256');
  let byteCount = 0;
  const tally = new Tally();
  try {
    const entries = entriesIn(path, keys, (bytes) => {
      hash.update(bytes);
      byteCount += bytes.length;
    });
    for await (const entry of entries) tally.take(entry);
    const { opening, closing } = tally.compared();
    const sha256 = hash.digest('hex');
    return { path, keys, opening, closing, sha256, byteCount, files: tally.files };
  } catch (error) {
    throw unusable(path, error);
  }
}

function unusable(path: string, error: unknown): Refused {
  if (error instanceof CannotOpen) {
    return new Refused(
      `${basename(path)} cannot be opened (${error.message}): the passphrase or identity is not the one it was made for, or it is damaged at its beginning. Nothing was changed.`,
    );
  }
  const why = error instanceof Error ? error.message : String(error);
  return new Refused(
    `${basename(path)} is damaged (${why}). Nothing was changed; take another backup.`,
  );
}
