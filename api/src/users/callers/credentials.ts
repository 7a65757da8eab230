import type { IncomingMessage } from 'node:http';
import { Problem } from '../../platform/errors/problem.js';

const repeated = (name: string) =>
  new Problem(400, {
    code: 'repeated-header',
    parameter: name,
    detail: `The request says twice who asks (${name}). Send it once.`,
  });

/** The token of `Authorization: Bearer`; undefined without the header. Throws 400 for several, 401 for anything else in it. */
export function bearerToken(request: IncomingMessage): string | undefined {
  // Node keeps the first of several and drops the others; a proxy before it may keep the last.
  const given = request.headersDistinct.authorization ?? [];
  if (given.length > 1) throw repeated('authorization');
  const [header] = given;
  if (header === undefined) return undefined;
  const token = /^Bearer (\S+)$/i.exec(header)?.[1];
  if (token === undefined) throw badToken();
  return token;
}

/** 401: a token that opens nothing, without saying whether it ever did. */
export const badToken = () =>
  new Problem(401, { code: 'bad-token', detail: 'This token is not known here.' });

/** The value of a cookie; undefined where it isn't sent. Throws 400 where it is sent more than once. */
export function cookieValue(request: IncomingMessage, name: string): string | undefined {
  const values = (request.headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
  if (values.length > 1) throw repeated('cookie');
  return values[0];
}
