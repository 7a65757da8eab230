import { badParameter } from '../../platform/errors/problem.js';

/** The key that a request is told apart by when it is sent twice. Throws 400 for one that cannot be kept. */
export function idempotencyKeyOf(key: string | string[] | undefined): string | undefined {
  if (key === undefined || (typeof key === 'string' && /^.{1,200}$/.test(key))) return key;
  throw badParameter('Idempotency-Key', '1 to 200 characters', 'sent-key');
}
