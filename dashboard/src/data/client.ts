import createClient from 'openapi-fetch';
import { language } from '../messages/language.js';
import { Failure, failureOf } from './failure.js';
import type { paths } from './generated/api.js';
import { isAttended } from './presence/attendance.js';
import { doubtSession, noteAbsence, presenceCount, presentCsrfToken } from './presence/presence.js';

/** The API, with every route, parameter and answer typed by its OpenAPI document. */
export const api = createClient<paths>({ baseUrl: location.origin });

const askedAt = new WeakMap<Request, number>();

api.use({
  onRequest({ request }) {
    askedAt.set(request, presenceCount());
    // Reasons and messages are told in the reader's language.
    request.headers.set('accept-language', language.value);
    if (!isAttended()) request.headers.set('x-background', '1');
    const csrfToken = presentCsrfToken();
    if (csrfToken && request.method !== 'GET') request.headers.set('x-csrf-token', csrfToken);
    return request;
  },
  async onResponse({ request, response }) {
    if (response.ok) return;
    const failure = await failureOf(response);
    if (failure.isSignedOut) noteAbsence(failure.isSetupOver, askedAt.get(request));
    if (failure.code === 'csrf-token') doubtSession();
    throw failure;
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return new Failure(0, error instanceof Error ? error.message : String(error));
  },
});

/** The content of an answer. Throws a Failure where there was none, or another than a success. */
export async function answer<T>(call: Promise<{ readonly data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) throw new Failure(0, 'The server sent no content.');
  return data;
}
