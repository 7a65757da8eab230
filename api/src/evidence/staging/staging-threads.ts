import { Worker } from 'node:worker_threads';
import type { CsvDialect } from '../parse/csv/csv-dialect.js';
import type { RecordRange } from '../parse/csv/record-ranges.js';
import { type Finding, UnreadableFile } from '../validate/problem.js';
import type { Reading } from '../validate/row-reader.js';
import type { StagedPiece } from './stage-lines.js';

/** What a thread needs to know to read a file's ranges. */
export interface StagingOrder extends Omit<Reading, 'kind'> {
  readonly path: string;
  /** The size of the file. */
  readonly bytes: number;
  readonly dialect: CsvDialect;
  readonly header: readonly string[];
  /** The kind's key. */
  readonly kind: string;
}

/** What became of a range. */
export type RangeAnswer =
  | { readonly piece: StagedPiece & { readonly lines: Uint8Array } }
  | { readonly unreadable: Finding; readonly line: number | null };

/** Ranges per thread that are read ahead of the one that is wanted: bounds the memory they take. */
const AHEAD = 2;
const HEAP_MB = 512;
/** Rows are let go soon: with less they would be moved to old memory first. */
const YOUNG_MB = 128;

/** A thread that reads ranges, one after another. */
class StagingThread {
  readonly #worker: Worker;
  readonly #waiting: { done(answer: RangeAnswer): void; fail(error: Error): void }[] = [];
  #ended: Error | undefined;

  constructor(order: StagingOrder) {
    this.#worker = new Worker(new URL('./staging.worker.js', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.on('message', (answer: RangeAnswer) => this.#waiting.shift()?.done(answer));
    this.#worker.on('error', (error) => this.#end(error as Error));
    this.#worker.on('exit', () => this.#end(new Error('a thread that read a file ended')));
  }

  stage(range: RecordRange): Promise<RangeAnswer> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((done, fail) => {
      this.#waiting.push({ done, fail });
      this.#worker.postMessage(range);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { fail } of this.#waiting.splice(0)) fail(this.#ended);
  }
}

/**
 * Reads the ranges of a file in so many threads, and gives what each came to in the order of the file.
 * Throws UnreadableFile for the first one that cannot be read.
 */
export async function* stagedByThreads(
  order: StagingOrder,
  ranges: AsyncIterable<RecordRange>,
  threadCount: number,
): AsyncGenerator<StagedPiece> {
  const threads = Array.from({ length: threadCount }, () => new StagingThread(order));
  const asked: Promise<RangeAnswer>[] = [];
  let turn = 0;
  try {
    for await (const range of ranges) {
      const answer = threads[turn++ % threadCount]!.stage(range);
      // It is awaited in its turn; a failure before that must not end the process.
      answer.catch(() => {});
      asked.push(answer);
      if (asked.length > AHEAD * threadCount) yield pieceOf(await asked.shift()!);
    }
    for (const answer of asked) yield pieceOf(await answer);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

function pieceOf(answer: RangeAnswer): StagedPiece {
  if ('piece' in answer) return answer.piece;
  throw new UnreadableFile(answer.unreadable, answer.line);
}
