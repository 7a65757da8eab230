import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PoliciesService } from '../../policies/policies.service.js';
import { RunsService } from '../runs.service.js';
import { RunStore } from './run-store.js';
import type { FreshnessAnswer } from './runs.dto.js';

const LOOK_EVERY_MS = 100;
/** Proxies cut connections that are silent for long. */
const COMMENT_EVERY_LOOKS = 150;

/** How fresh records and scores are, now and as soon as they are fresher. */
@Injectable()
export class FreshnessService {
  constructor(
    private readonly runs: RunsService,
    private readonly store: RunStore,
    private readonly policies: PoliciesService,
  ) {}

  /** Reads what is there; unlike other reads it starts no scoring, so that it may be asked often. */
  async read(): Promise<FreshnessAnswer> {
    const [recordsUpTo, run, current] = await Promise.all([
      this.store.recordsUpTo(),
      this.store.published(this.runs.today()),
      this.policies.currentVersion(),
    ]);
    return {
      recordsUpTo,
      scoredAt: run?.publishedAt ?? null,
      knownAt: run?.knownAt ?? null,
      policyVersion: run?.policyVersion ?? current,
      stale: run === undefined || !this.runs.isFresh(run, current),
    };
  }

  /**
   * Sends one event, `scored`, once today's scores know of what was recorded at the instant, and ends.
   * Looks into the database, since another process may be at work.
   */
  async untilScored(knownAt: string, request: Request, response: Response): Promise<void> {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const gone = new AbortController();
    request.on('close', () => gone.abort());
    for (let looks = 1; !gone.signal.aborted; looks++) {
      const run = await this.store.published(this.runs.today());
      // Texts of one form, in UTC with microseconds, are in the order of their instants.
      if (run && run.knownAt >= knownAt) {
        response.write(`event: scored\ndata: ${JSON.stringify(await this.read())}\n\n`);
        break;
      }
      if (looks % COMMENT_EVERY_LOOKS === 0) response.write(':\n\n');
      await wait(LOOK_EVERY_MS, undefined, { signal: gone.signal }).catch(() => {});
    }
    response.end();
  }
}
