import { createHash } from 'node:crypto';
import { type Evidence, plainWeeks } from '@probity/analytics';

/**
 * SHA-256 over everything that scores and follow-ups are worked out from: the sum over the people
 * (see `peopleSum`) and what working days are counted by. Equal evidence gives equal digests, in
 * whatever order it arrived, in whichever process.
 */
export function evidenceDigest(people: bigint, { calendar }: Pick<Evidence, 'calendar'>): string {
  const hash = createHash('sha256').update(people.toString(16));
  // Without an entry the digest is what it is of plain weeks.
  if (calendar && calendar !== plainWeeks) hash.update(JSON.stringify(calendar));
  return hash.digest('hex');
}
