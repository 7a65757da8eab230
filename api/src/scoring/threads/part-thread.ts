import { Worker } from 'node:worker_threads';
import type { Run } from '@probity/analytics';
import type { PartReply, PartRequest } from './part-messages.js';

/** A step has hardly any objects of its own: more than that is a fault. */
const HEAP_MB = 256;

/** Another thread that takes part in scoring; it answers its requests one after another. */
export class PartThread {
  readonly #worker: Worker;
  readonly #waiting: { done(run: Run | undefined): void; fail(error: Error): void }[] = [];
  #ended: Error | undefined;

  /** `heapMb`: what it may hold beside the shared memory; with more it is ended. */
  constructor(heapMb = HEAP_MB) {
    this.#worker = new Worker(new URL('./part.worker.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 16 },
    });
    this.#worker.on('message', (reply: PartReply) => {
      const waiting = this.#waiting.shift();
      if ('error' in reply) waiting?.fail(new Error(reply.error));
      else waiting?.done(reply.run);
    });
    this.#worker.on('error', (error) => this.#end(error as Error));
    this.#worker.on('exit', () => this.#end(new Error('a thread that took part in scoring ended')));
  }

  /** Whether it has ended and can do nothing any more. */
  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** Asks for a step. Throws with what went wrong in it, and where the thread ended. */
  ask(request: PartRequest): Promise<Run | undefined> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((done, fail) => {
      this.#waiting.push({ done, fail });
      this.#worker.postMessage(request);
    });
  }

  /** Ends it; what it was asked fails. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { fail } of this.#waiting.splice(0)) fail(this.#ended);
  }
}
