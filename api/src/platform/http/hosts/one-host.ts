import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem } from '../../errors/problem.js';

/**
 * Refuses (400) a request that names its host more than once: what stands before the product may have
 * gone by the one name, and the product would go by the other.
 */
export function oneHost(
  request: IncomingMessage,
  _response: ServerResponse,
  next: (error?: unknown) => void,
): void {
  const twice = (request.headersDistinct.host?.length ?? 0) > 1;
  next(
    twice
      ? new Problem(400, {
          code: 'repeated-header',
          parameter: 'host',
          detail: 'The request says twice which host it is for (host). Send it once.',
        })
      : undefined,
  );
}
