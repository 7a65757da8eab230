import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import {
  CLOSING,
  type Closing,
  OPENING,
  type Opening,
  TABLES,
} from '../../../api/dist/backup/archive/contents.js';
import { encrypt } from '../../../api/dist/backup/archive/encryption.js';
import { type ArchiveEntry, tar } from '../../../api/dist/backup/archive/tar.js';
import { through } from '../../../api/dist/backup/archive/through.js';
import { entriesIn, tableIn } from '../../../api/dist/backup/restore/read-backup.js';
import { keys, recipient } from './backups.js';

/** What is different in a backup made anew. */
export interface Changes {
  readonly opening?: (opening: Opening) => Opening;
  /** The text of a table's rows, by its name. */
  readonly table?: readonly [name: string, change: (text: string) => string];
}

const text = (content: Uint8Array) => Buffer.from(content).toString('utf8');
const json = (name: string, value: unknown) => ({
  name,
  content: Buffer.from(JSON.stringify(value)),
});

/** The table's entry in the manifest as it must be, so that the file is whole in itself. */
function closingOf(closing: Closing, name: string, content: Uint8Array): Closing {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const rowCount = text(content).split('\n').length - 1;
  const changed = { name, rowCount, byteCount: content.length, sha256 };
  const tables = closing.tables.map((table) => (table.name === name ? changed : table));
  return { ...closing, tables };
}

/** Writes a backup that is whole in itself, and says something else than the one it was made from. */
export async function remade(from: string, to: string, changes: Changes): Promise<void> {
  let changed: Uint8Array | undefined;
  const [name, change] = changes.table ?? [];
  async function* entries(): AsyncGenerator<ArchiveEntry> {
    for await (const entry of entriesIn(from, keys)) {
      if (entry.name === OPENING && changes.opening) {
        yield json(OPENING, changes.opening(JSON.parse(text(entry.content)) as Opening));
      } else if (change && entry.name.startsWith(TABLES) && tableIn(entry.name) === name) {
        changed = Buffer.from(change(text(entry.content)));
        yield { name: entry.name, content: changed };
      } else if (name && changed && entry.name === CLOSING) {
        const closing = JSON.parse(text(entry.content)) as Closing;
        yield json(CLOSING, closingOf(closing, name, changed));
      } else yield entry;
    }
  }
  const packed = Readable.from(tar(entries()), { objectMode: true });
  const pieces: Uint8Array[] = [];
  const compressed = through(packed, createGzip());
  for await (const piece of encrypt(compressed, { recipient })) pieces.push(piece);
  writeFileSync(to, Buffer.concat(pieces));
}
