import { parentPort, workerData } from 'node:worker_threads';
import type {
  AggregateRequest,
  Calls,
  CellsRequest,
  LogLine,
  OverdueRequest,
  Question,
  Reply,
  RunRequest,
  ScoringThreadData,
} from './messages.js';
import { Scorer } from './scorer.js';

const log = (line: string) => parentPort?.postMessage({ log: line } satisfies LogLine);
const scorer = new Scorer(workerData as ScoringThreadData, log);

function asked(call: keyof Calls, request: Question['request']) {
  if (call === 'run') return scorer.run(request as RunRequest);
  if (call === 'cells') return scorer.cells(request as CellsRequest);
  if (call === 'overdue') return scorer.overdue(request as OverdueRequest);
  return scorer.aggregate(request as AggregateRequest);
}

async function answer({ number, call, request }: Question): Promise<Reply> {
  try {
    return { number, answer: await asked(call, request) };
  } catch (error) {
    return {
      number,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

// One question after another: they share the columns and the connection.
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (question: Question) => {
  last = last.then(async () => {
    parentPort?.postMessage(await answer(question));
    await scorer.settle();
  });
});
