import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import type { Calls, LogLine, Question, Reply, ScoringThreadData } from './messages.js';
import { ConnectionLost } from './thread-connection.js';

interface Waiting {
  done(answer: never): void;
  fail(error: Error): void;
}

/** Asked too late: the process is about to end, and its database connections with it. */
export class ProcessEnding extends Error {
  constructor() {
    super('the process is about to end');
  }
}

/** What publishing makes lives for moments only: with room for it, hardly any outlives a collection. */
const YOUNG_MB = 96;

/** The scoring thread: started when first asked, and anew after it ended. */
@Injectable()
export class ScoringThread implements OnApplicationShutdown {
  readonly #logger = new Logger('Scoring');
  #worker: Worker | undefined;
  #number = 0;
  #closing = false;
  readonly #waiting = new Map<number, Waiting>();

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Asks the thread and waits for its answer. Throws with its error, and where the process is about to end. */
  async ask<C extends keyof Calls>(
    call: C,
    request: Calls[C]['request'],
  ): Promise<Calls[C]['answer']> {
    // A thread started now would load everything and keep the process from ending.
    if (this.#closing) throw new ProcessEnding();
    const worker = this.#running();
    const number = ++this.#number;
    const question: Question<C> = { number, call, request };
    return new Promise((done, fail) => {
      this.#waiting.set(number, { done, fail });
      worker.postMessage(question);
    });
  }

  /** Ends the thread, and gives back the memory of its columns, unless something is asked of it. */
  async rest(): Promise<void> {
    if (this.#waiting.size > 0) return;
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#closing = true;
    await this.#worker?.terminate();
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./scoring.worker.js', import.meta.url), {
      workerData: {
        database: this.database.reach.worker,
        threadCount: this.config.scoringThreads,
        snapshotFolder: resolve(this.config.dataFolder, 'columns'),
      } satisfies ScoringThreadData,
      resourceLimits: {
        maxOldGenerationSizeMb: this.config.scoringHeapMb,
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
    });
    worker.on('message', (reply: Reply | LogLine) => {
      if ('log' in reply) return this.#logger.warn(reply.log);
      const waiting = this.#waiting.get(reply.number);
      this.#waiting.delete(reply.number);
      if ('error' in reply) {
        waiting?.fail(reply.connectionLost ? new ConnectionLost() : new Error(reply.error));
      } else waiting?.done(reply.answer as never);
    });
    worker.on('error', (error) => this.#ended(worker, this.#explained(error as Error)));
    worker.on('exit', () =>
      this.#ended(
        worker,
        this.#closing ? new ProcessEnding() : new Error('the scoring thread ended'),
      ),
    );
    this.#worker = worker;
    return worker;
  }

  /** Out of memory is something that whoever runs the product can do something about. */
  #explained(error: Error & { readonly code?: string }): Error {
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
    return new Error(
      `scoring needs more memory than it may have: PROBITY_SCORING_HEAP_MB is ${this.config.scoringHeapMb}`,
    );
  }

  #ended(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { fail } of this.#waiting.values()) fail(error);
    this.#waiting.clear();
  }
}
