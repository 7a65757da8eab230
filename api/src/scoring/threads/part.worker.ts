import { parentPort } from 'node:worker_threads';
import { standBehindReaders } from './behind-readers.js';
import { Part } from './part.js';
import type { PartReply, PartRequest } from './part-messages.js';

standBehindReaders();

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
