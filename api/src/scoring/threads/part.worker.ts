import { parentPort } from 'node:worker_threads';
import { Part } from './part.js';
import type { PartReply, PartRequest } from './part-messages.js';

const part = new Part();

function answer(request: PartRequest): PartReply {
  try {
    const run = part.work(request);
    return run ? { run } : {};
  } catch (error) {
    return {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

parentPort?.on('message', (request: PartRequest) => parentPort?.postMessage(answer(request)));
