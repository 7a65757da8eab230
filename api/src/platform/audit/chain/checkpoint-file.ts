import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Checkpoint, parseCheckpoint } from './checkpoint.js';

/** More than the longest line, so that the last whole one is always within the end that is read. */
const TAIL_BYTES = 4_096;
const NEWLINE = 0x0a;

/** The file that checkpoints are appended to, one line of JSON each. */
export class CheckpointFile {
  readonly path: string;

  constructor(private readonly folder: string) {
    this.path = join(folder, 'checkpoints.jsonl');
  }

  /** Appends a line and returns once the disk has it. Callers take turns (see `Checkpoints`). */
  async append(checkpoint: Checkpoint): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = await open(this.path, 'a+', 0o600);
    try {
      const { wholeBytes, sizeBytes } = await lastLine(file);
      // Half a line is what a power cut left; a line that was whole ended in a newline.
      if (wholeBytes < sizeBytes) await file.truncate(wholeBytes);
      await file.appendFile(`${JSON.stringify(checkpoint)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** The newest checkpoint; undefined where there is none. */
  async last(): Promise<Checkpoint | undefined> {
    const file = await open(this.path, 'r').catch(absent);
    if (!file) return undefined;
    try {
      return parseCheckpoint((await lastLine(file)).text);
    } finally {
      await file.close();
    }
  }

  /** How many bytes of whole lines are there now; what comes later is not read by `lines`. */
  async size(): Promise<number> {
    const file = await open(this.path, 'r').catch(absent);
    if (!file) return 0;
    try {
      return (await lastLine(file)).wholeBytes;
    } finally {
      await file.close();
    }
  }

  /** The lines within the first `sizeBytes`, oldest first; undefined for one that is no checkpoint. */
  async *lines(sizeBytes: number): AsyncGenerator<Checkpoint | undefined> {
    if (sizeBytes === 0) return;
    const input = createReadStream(this.path, { end: sizeBytes - 1 });
    for await (const line of createInterface({ input })) yield parseCheckpoint(line);
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** The last whole line, how long the file is, and how much of it is whole lines. */
async function lastLine(file: FileHandle) {
  const { size } = await file.stat();
  const from = Math.max(0, size - TAIL_BYTES);
  const tail = Buffer.alloc(size - from);
  await file.read(tail, 0, tail.length, from);
  const end = tail.lastIndexOf(NEWLINE);
  const start = end > 0 ? tail.lastIndexOf(NEWLINE, end - 1) + 1 : 0;
  return {
    text: tail.toString('utf8', start, Math.max(0, end)),
    sizeBytes: size,
    wholeBytes: from + end + 1,
  };
}
