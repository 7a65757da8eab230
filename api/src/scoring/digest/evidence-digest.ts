import { createHash } from 'node:crypto';
import { type Evidence, plainWeeks } from '@probity/analytics';

/**
 * What evidence comes to in a few bytes, worked out when it is first asked for: of a million people that takes
 * seconds, for which whoever has to wait for the database anyway has time. Equal evidence gives equal digests,
 * in whatever order it arrived, in whichever process.
 */
export class EvidenceDigest {
  #people: bigint | undefined;
  readonly #sum: () => bigint;

  /** `people` is the sum of everybody's digests (see `peopleSum`), or what works it out. */
  constructor(
    people: bigint | (() => bigint),
    private readonly evidence: Pick<Evidence, 'calendar'>,
  ) {
    this.#sum = typeof people === 'bigint' ? () => people : people;
  }

  /** The sum of everybody's digests. */
  get people(): bigint {
    this.workOut();
    return this.#people as bigint;
  }

  /** Works it out, unless that is done. */
  workOut(): void {
    this.#people ??= this.#sum();
  }

  /** SHA-256 over everything that scores and follow-ups are worked out from: the people, and what working days are counted by. */
  get everything(): string {
    const { calendar } = this.evidence;
    const hash = createHash('sha256').update(this.people.toString(16));
    // Without an entry the digest is what it is of plain weeks.
    if (calendar && calendar !== plainWeeks) hash.update(JSON.stringify(calendar));
    return hash.digest('hex');
  }
}
