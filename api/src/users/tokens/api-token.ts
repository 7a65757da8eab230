import { newSecret } from '../callers/secret.js';

/** By which a token is known for what it is where it turns up, in a script or a repository. */
const PREFIX = 'probity_';

/** A new token; it is shown once, and only its digest is kept. */
export const newApiToken = (): string => PREFIX + newSecret();

/** Whether a text has the form of a token. */
export const isApiToken = (text: string): boolean => /^probity_[\w-]{43}$/.test(text);

/** How the audit log names a token. */
export const tokenSubject = (id: number, name: string): string => `token:${id}:${name}`;

/** The number of the token that the audit log names so; undefined for any other subject. */
export function tokenNumberIn(subject: string): number | undefined {
  const number = /^token:(\d+):/.exec(subject)?.[1];
  return number === undefined ? undefined : Number(number);
}
