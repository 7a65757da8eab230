/** The one form of a name, however it is typed. */
export const foldedName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Names by which the audit log calls somebody who has no account. */
const RESERVED = new Set(['anonymous', 'bootstrap', 'local', 'setup', 'system', 'unknown']);

/** Why a folded name cannot be an account's; undefined where it can. */
export function nameProblem(name: string): string | undefined {
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{0,63}$/u.test(name)) {
    return 'give up to 64 letters, digits and . _ @ -, beginning with a letter or digit';
  }
  return RESERVED.has(name) ? 'this name has a meaning of its own in the audit log' : undefined;
}
