import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Finding, finding, UnreadableFile } from '../../validate/problem.js';
import type { RawRow, RawTable } from '../raw-row.js';

/** What a reading worker answers to each `next`; the first answer is the header. */
export type WorkerAnswer =
  | { readonly header: string[] }
  | { readonly rows: RawRow[] }
  | { readonly end: true }
  | { readonly unreadable: Finding };

/** Longest wait for one answer. Real files give thousands of rows a second. */
const DEADLINE_MS = 60_000;
const HEAP_MB = 768;

/**
 * Reads a file in a thread of its own, with a heap and a deadline: a hostile file costs the thread,
 * not the server.
 */
export async function readInWorker(script: URL, path: string, bytes: number): Promise<RawTable> {
  const worker = new Worker(script, {
    workerData: { path },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 64 },
    stdout: false,
    stderr: true,
  });
  // Failures reach whoever asks next; without a listener one in between would end the process.
  worker.on('error', () => {});
  try {
    const first = await ask(worker);
    if (!('header' in first)) throw new Error('a reading worker must answer with the header first');
    let read = 0;
    return {
      header: first.header,
      growing: false,
      bytesRead: () => read,
      batches: (async function* () {
        try {
          for (;;) {
            const answer = await ask(worker);
            if ('end' in answer) break;
            if ('rows' in answer) yield answer.rows;
          }
          read = bytes;
        } finally {
          await worker.terminate();
        }
      })(),
    };
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

async function ask(worker: Worker): Promise<WorkerAnswer> {
  worker.postMessage('next');
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  let answer: WorkerAnswer;
  try {
    [answer] = (await once(worker, 'message', { signal: deadline })) as [WorkerAnswer];
  } catch (error) {
    throw unreadable(deadline.aborted, error);
  }
  if ('unreadable' in answer) throw new UnreadableFile(answer.unreadable);
  return answer;
}

function unreadable(late: boolean, error: unknown): UnreadableFile {
  const code = (error as NodeJS.ErrnoException).code;
  if (late || code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new UnreadableFile(
      finding(
        'too-costly',
        'Reading this file takes more memory or time than any table of its size should. Save it as CSV and send that.',
        '读取该文件所需内存或时间超出正常范围。请另存为 CSV 后重新上传。',
      ),
    );
  }
  return new UnreadableFile(
    finding(
      'damaged-file',
      `The file cannot be read: ${error instanceof Error ? error.message : error}.`,
      '文件已损坏，无法读取。',
    ),
  );
}
