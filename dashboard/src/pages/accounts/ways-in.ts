import type { Account } from '../../data/queries/accounts.query.js';
import type { MessageKey } from '../../messages/words.js';

/** By which ways an account can sign in, as keys of their words; that there is none is told, too. */
export function waysOf({ signIn }: Account): readonly MessageKey[] {
  const ways: MessageKey[] = [];
  if (signIn.password) ways.push('accounts.way.password');
  if (signIn.oidc) ways.push('accounts.way.oidc');
  if (ways.length === 0) return ['accounts.way.none'];
  if (signIn.totp) ways.push('accounts.way.totp');
  return ways;
}
