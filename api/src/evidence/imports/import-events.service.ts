import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Language } from '@probity/analytics';
import type { Request, Response } from 'express';
import type { Scope } from '../../platform/access/scope.js';
import { ImportsService } from './imports.service.js';

const LOOK_EVERY_MS = 100;
/** Proxies cut connections that are silent for long. */
const COMMENT_EVERY_LOOKS = 150;

/** Tells whoever listens how far an import is. */
@Injectable()
export class ImportEvents {
  constructor(private readonly imports: ImportsService) {}

  /**
   * Sends the import as an event (`progress`, at the end `committed` or `failed`) whenever it has
   * changed, and ends with it. Looks into the database, since another process may be at work.
   * Throws 404 before anything is sent.
   */
  async stream(
    scope: Scope,
    id: number,
    language: Language,
    request: Request,
    response: Response,
  ): Promise<void> {
    let state = await this.imports.find(scope, id, language);
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const gone = new AbortController();
    request.on('close', () => gone.abort());
    let sent = '';
    let looks = 0;
    while (!gone.signal.aborted) {
      const data = JSON.stringify(state);
      const finished = state.status === 'committed' || state.status === 'failed';
      if (data !== sent)
        response.write(`event: ${finished ? state.status : 'progress'}\ndata: ${data}\n\n`);
      else if (++looks % COMMENT_EVERY_LOOKS === 0) response.write(':\n\n');
      if (finished) break;
      sent = data;
      await wait(LOOK_EVERY_MS, undefined, { signal: gone.signal }).catch(() => {});
      state = await this.imports.find(scope, id, language);
    }
    response.end();
  }
}
