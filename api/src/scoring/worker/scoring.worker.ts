import { parentPort, workerData } from 'node:worker_threads';
import { Finisher } from '../shares/finisher.js';
import { ShareScorer } from '../shares/share-scorer.js';
import { standBehindReaders } from '../threads/behind-readers.js';
import type {
  AggregateRequest,
  Calls,
  CellsRequest,
  LogLine,
  MovesRequest,
  OverdueRequest,
  Question,
  Reply,
  RunRequest,
  ScoringThreadData,
  ShareRequest,
} from './messages.js';
import { Scorer } from './scorer.js';
import { ConnectionLost } from './thread-connection.js';

standBehindReaders();

const log = (line: string) => parentPort?.postMessage({ log: line } satisfies LogLine);
const start = workerData as ScoringThreadData;
// One thread is asked for one kind of work: what it isn't asked for it never reads.
const scorer = new Scorer(start, log);
const share = new ShareScorer(start);
const finisher = new Finisher(start, log);

function asked(call: keyof Calls, request: Question['request']) {
  if (call === 'share') return share.share(request as ShareRequest);
  if (call === 'finish') return finisher.finish(request as RunRequest);
  if (call === 'run') return scorer.run(request as RunRequest);
  if (call === 'cells') return scorer.cells(request as CellsRequest);
  if (call === 'overdue') return scorer.overdue(request as OverdueRequest);
  if (call === 'moves') return scorer.moves(request as MovesRequest);
  return scorer.aggregate(request as AggregateRequest);
}

async function answer({ number, call, request }: Question): Promise<Reply> {
  try {
    return { number, answer: (await asked(call, request)) as Calls[keyof Calls]['answer'] };
  } catch (error) {
    return {
      number,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      connectionLost: error instanceof ConnectionLost,
    };
  }
}

// One question after another: they share the columns and the connection.
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (question: Question) => {
  last = last.then(async () => {
    parentPort?.postMessage(await answer(question));
    if (question.call === 'finish') finisher.settle();
    else if (question.call !== 'share') await scorer.settle();
  });
});
