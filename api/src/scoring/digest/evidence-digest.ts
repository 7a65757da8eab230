import { createHash } from 'node:crypto';
import { type Evidence, plainWeeks } from '@probity/analytics';
import { peopleSumInParts } from './people-sum.js';

/**
 * What evidence comes to in a few bytes, worked out when it is first asked for: of a million people that takes
 * seconds, for which whoever has to wait for the database anyway has time. Equal evidence gives equal digests,
 * in whatever order it arrived, in whichever process.
 */
export class EvidenceDigest {
  #people: bigint | undefined;
  #parts: Generator<undefined, bigint> | undefined;

  /** `people`: the sum of everybody's digests (see `peopleSum`), where it is known. */
  constructor(
    private readonly evidence: Evidence,
    people?: bigint,
  ) {
    this.#people = people;
  }

  /** The sum of everybody's digests. */
  get people(): bigint {
    while (this.#people === undefined) this.workOutSome();
    return this.#people;
  }

  /** Works out the next part of it, until that is done. */
  workOutSome(): void {
    if (this.#people !== undefined) return;
    this.#parts ??= peopleSumInParts(this.evidence);
    const { done, value } = this.#parts.next();
    if (done) this.#people = value;
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
