import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checkpoint, signCheckpoint } from '../../platform/audit/chain/checkpoint.js';
import type { Checkpoints } from '../../platform/audit/chain/checkpoints.service.js';
import type { ArchiveEntry } from '../archive/tar.js';

/** What the data folder holds besides the database that nothing can make anew. */
export const isKeyFile = (name: string) => /^[\w-]+\.(pem|key)$/.test(name);

/** Where an archive has the keys, and the checkpoints. */
export const KEYS = 'keys/';
export const CHECKPOINTS = 'checkpoints/checkpoints.jsonl';

/** The keys in a data folder. */
export async function keyFiles(dataFolder: string): Promise<ArchiveEntry[]> {
  const names = (await readdir(dataFolder)).filter(isKeyFile).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: `${KEYS}${name}`,
      content: await readFile(join(dataFolder, name)),
    })),
  );
}

/**
 * The checkpoints of the audit log up to the snapshot's end of the chain, and one of that end itself:
 * so nothing in the archive is younger than the last checkpoint, and no checkpoint speaks of entries
 * that the archive lacks.
 */
export async function checkpointFile(
  { file, key }: Checkpoints,
  head: { readonly seq: number; readonly hash: string },
): Promise<ArchiveEntry> {
  const lines: Checkpoint[] = [];
  for await (const line of file.lines(await file.size())) {
    if (!line)
      throw new Error(`a line of ${file.path} is no checkpoint: the log was tampered with`);
    if (line.seq <= head.seq) lines.push(line);
  }
  if (head.seq > 0 && lines.at(-1)?.seq !== head.seq) {
    lines.push(signCheckpoint(head, new Date().toISOString(), key));
  }
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return { name: CHECKPOINTS, content: Buffer.from(text) };
}
