import { parentPort, workerData } from 'node:worker_threads';
import type { AggregateRequest, Question, Reply, RunRequest } from './messages.js';
import { Scorer } from './scorer.js';

const scorer = new Scorer((workerData as { databaseUrl: string }).databaseUrl);

async function answer({ number, call, request }: Question): Promise<Reply> {
  try {
    const found =
      call === 'run'
        ? await scorer.run(request as RunRequest)
        : await scorer.aggregate(request as AggregateRequest);
    return { number, answer: found };
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
  last = last.then(async () => parentPort?.postMessage(await answer(question)));
});
