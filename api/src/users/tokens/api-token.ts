import { newSecret } from '../callers/secret.js';

/** By which a token is known for what it is where it turns up, in a script or a repository. */
const PREFIX = 'probity_';

/** A new token; it is shown once, and only its digest is kept. */
export const newApiToken = (): string => PREFIX + newSecret();

/** Whether a text has the form of a token. */
export const isApiToken = (text: string): boolean => /^probity_[\w-]{43}$/.test(text);
