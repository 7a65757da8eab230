import type { ReachableServer } from '../server.js';
import { body, type Caller } from './sign-in.js';

/** A program that asks by a token. */
export interface Program {
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** A program by a token with these roles, which `by` has made. */
export async function programOf(
  server: ReachableServer,
  roles: readonly string[],
  by: Caller = server,
): Promise<Program> {
  const { token } = await by.json<{ token: string }>(
    '/api/tokens',
    body('POST', { name: 'program', roles, days: 1 }),
  );
  return {
    fetch: (path, init = {}) =>
      fetch(server.url + path, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${token}` },
      }),
  };
}
