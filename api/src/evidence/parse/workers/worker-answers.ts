import { parentPort } from 'node:worker_threads';
import { type Finding, finding } from '../../validate/problem.js';
import type { RawRow } from '../raw-row.js';
import type { WorkerAnswer } from './worker-table.js';

/** In a reading worker: answers each `next` with what `read` yields, first the header. */
export function answerWith(read: () => AsyncGenerator<string[] | RawRow[]>): void {
  const port = parentPort;
  if (!port) throw new Error('to be run as a worker');
  const rows = read();
  let started = false;
  port.on('message', () => {
    void answer(rows, !started).then((message) => port.postMessage(message));
    started = true;
  });
}

async function answer(
  rows: AsyncGenerator<string[] | RawRow[]>,
  first: boolean,
): Promise<WorkerAnswer> {
  try {
    const { value, done } = await rows.next();
    if (done) return { end: true };
    return first ? { header: value as string[] } : { rows: value as RawRow[] };
  } catch (error) {
    return { unreadable: error instanceof Refusal ? error.finding : damaged(error) };
  }
}

/** Thrown in a reading worker: the file cannot be read, for a reason that can be told. */
export class Refusal extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message.en);
  }
}

const damaged = (error: unknown) =>
  finding(
    'damaged-file',
    `The file cannot be read: ${error instanceof Error ? error.message : error}. Save it anew, or as CSV.`,
    '文件已损坏，无法读取。请重新另存，或另存为 CSV。',
  );
