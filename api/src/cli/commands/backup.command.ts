import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { Ended } from '../exit.js';
import { settingOf } from '../setting.js';

interface Backup {
  readonly id: number;
  readonly status: string;
  readonly rowCount: number;
  readonly byteCount: number | null;
  readonly sha256: string | null;
  readonly folder: string | null;
  readonly file: string | null;
  readonly error: string | null;
}

/** Copies a file whole or not at all, and demands that it is the one with this digest. */
async function copy(from: string, folder: string, name: string, sha256: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const partial = join(folder, `.${name}.part`);
  try {
    const hash = createHash('sha256');
    await pipeline(
      createReadStream(from),
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece);
          yield piece;
        }
      },
      createWriteStream(partial, { mode: 0o600, flush: true }),
    );
    if (hash.digest('hex') !== sha256) throw new Error('its content is not what was written');
    const target = join(folder, name);
    await rename(partial, target);
    return target;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function copyTo(folder: string, backup: Backup): Promise<string> {
  const from = join(String(backup.folder), String(backup.file));
  const readable = await open(from, 'r').catch(() => undefined);
  if (!readable) {
    throw new Ended(
      `The backup is written, on the server's machine: ${from}. It cannot be read from here; copy it there.`,
    );
  }
  await readable.close();
  try {
    return await copy(from, resolve(folder), String(backup.file), String(backup.sha256));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Ended(`The backup is written (${from}), but could not be copied: ${why}.`);
  }
}

/** `probity backup` */
export function backupCommand(program: Command): void {
  program
    .command('backup')
    .description('write an encrypted copy of everything into the server’s backup folder')
    .option('--to <folder>', 'and copy it here, where the server runs on this machine')
    .option('--json', 'as JSON')
    .action(async ({ to }: { to?: string }, command: Command) => {
      const { client, out } = settingOf(command);
      const { id } = await client.put<{ id: number }>('POST', 'backups');
      let told = 0;
      const backup = await client.until<Backup, Backup>(`backups/${id}`, (found) => {
        if (found.rowCount > told) {
          told = found.rowCount;
          out.note(`${told} rows`);
        }
        return ['queued', 'running'].includes(found.status) ? undefined : found;
      });
      if (backup.status !== 'written') throw new Ended(`No backup was written: ${backup.error}.`);
      const written = join(String(backup.folder), String(backup.file));
      const path = to === undefined ? written : await copyTo(to, backup);
      out.answer(
        { ...backup, path },
        ({ rowCount, byteCount, sha256 }) =>
          `${path}\n${rowCount} rows, ${byteCount} bytes, SHA-256 ${sha256}\n`,
      );
    });
}
