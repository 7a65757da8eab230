import type { Refusal } from '../../platform/errors/refusals.js';

/** The one form of a name, however it is typed. */
export const foldedName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Names by which the audit log calls somebody who has no account. */
const RESERVED = new Set(['anonymous', 'bootstrap', 'local', 'setup', 'system', 'unknown']);

/** What a schema says of a name that cannot be an account's. */
interface NameProblem {
  readonly message: string;
  readonly params: { readonly refusal: Refusal };
}

/** Why a folded name cannot be an account's; undefined where it can. */
export function nameProblem(name: string): NameProblem | undefined {
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{0,63}$/u.test(name)) {
    const message = 'give up to 64 letters, digits and . _ @ -, beginning with a letter or digit';
    return { message, params: { refusal: 'account-name' } };
  }
  if (!RESERVED.has(name)) return undefined;
  const message = 'this name has a meaning of its own in the audit log';
  return { message, params: { refusal: 'reserved-name' } };
}
