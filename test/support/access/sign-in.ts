import type { ReachableServer } from '../server.js';

/** What a browser holds of a session: its cookie, and the token that goes with every change. */
export interface SignedIn {
  readonly cookie: string;
  readonly csrfToken: string;
  /** A request by cookie, without a bearer token; changes carry the session's own token. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A request whose JSON answer is wanted; throws with the body where the status isn't 2xx. */
  json<T>(path: string, init?: RequestInit): Promise<T>;
}

/** An account as it is asked for. */
export interface AccountWish {
  readonly name: string;
  readonly roles: readonly string[];
  readonly unitCode?: string;
  readonly kinds?: readonly string[];
  readonly staffNo?: string;
  readonly oidcName?: string;
  readonly displayName?: string;
}

/** What answers to JSON requests of somebody who is not signed in, or who is. */
export type Caller = Pick<SignedIn, 'json'>;

/** The password of every account of a test. */
export const PASSWORD = 'seven green teapots';

/** A body as JSON. */
export const body = (method: string, value: unknown): RequestInit => ({
  method,
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});

/** A request without any token or cookie. */
export const anonymously = (server: ReachableServer, path: string, init: RequestInit = {}) =>
  fetch(server.url + path, init);

/** The cookie that an answer gives, as `name=value`; empty where it gives none. */
export const cookieOf = (answer: Response): string =>
  answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** The session that an answer to a sign-in gives. Throws where it gives none. */
export async function sessionOf(server: ReachableServer, answer: Response): Promise<SignedIn> {
  const text = await answer.text();
  const cookie = cookieOf(answer);
  if (!answer.ok || !cookie) throw new Error(`not signed in: ${answer.status} ${text}`);
  const { csrfToken } = JSON.parse(text) as { csrfToken: string };
  const request = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    if (init.method && init.method !== 'GET') headers.set('x-csrf-token', csrfToken);
    return fetch(server.url + path, { ...init, headers });
  };
  return {
    cookie,
    csrfToken,
    fetch: request,
    async json<T>(path: string, init?: RequestInit) {
      const response = await request(path, init);
      const answered = await response.text();
      if (!response.ok) throw new Error(`${path}: ${response.status} ${answered}`);
      return (answered ? JSON.parse(answered) : undefined) as T;
    },
  };
}

/** Makes an account, by the bootstrap token unless an administrator is given. Returns its id. */
export async function makeAccount(
  server: ReachableServer,
  account: AccountWish,
  by: Caller = server,
): Promise<number> {
  const { id } = await by.json<{ id: number }>('/api/users', body('POST', account));
  return id;
}

/** Signs a new account in by the link that it is given. */
export async function enrol(server: ReachableServer, id: number, by: Caller = server) {
  const { token } = await by.json<{ token: string }>(`/api/users/${id}/links`, body('POST', {}));
  const redeemed = await anonymously(
    server,
    '/api/session/link',
    body('POST', { token, password: PASSWORD }),
  );
  return sessionOf(server, redeemed);
}

/** Makes an account and signs it in. */
export async function signedUp(server: ReachableServer, account: AccountWish, by: Caller = server) {
  return enrol(server, await makeAccount(server, account, by), by);
}

/** An attempt to sign in, as it is answered. */
export const attempt = (
  server: ReachableServer,
  name: string,
  password: string = PASSWORD,
  code?: string,
) => anonymously(server, '/api/session', body('POST', { name, password, code }));

/** Signs an account in by name and password. */
export const signIn = async (
  server: ReachableServer,
  name: string,
  password?: string,
  code?: string,
) => sessionOf(server, await attempt(server, name, password, code));
