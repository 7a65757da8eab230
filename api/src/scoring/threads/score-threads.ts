import {
  type Day,
  type Evidence,
  emptyScores,
  evenParts,
  orderScores,
  type Places,
  type Policy,
  type Run,
  reorderScores,
  type Scores,
  scoreCadres,
  sources,
} from '@probity/analytics';
import { Part } from './part.js';
import type { PartRequest, Round } from './part-messages.js';
import { PartThread } from './part-thread.js';

/** Fewer people are scored sooner than other threads have heard of them. */
const ALONE_BELOW = 20_000;
/** Of so small a share of everyone finding their places is less work than putting all in order. */
const FEW_SHARE = 0.05;
/** How many pieces of everyone there are for each thread. */
const PIECES_EACH = 8;

/** How scoring is shared out. */
export interface Sharing {
  /** Threads that take part, this one included; 1 or more. */
  readonly threadCount: number;
  /** With fewer people than that nobody else is asked. */
  readonly aloneBelow?: number;
  /** What each other thread may hold, in megabytes. */
  readonly heapMb?: number;
}

/**
 * Scores everyone in several threads, of which the calling one is the first. The evidence must lie
 * in shared memory. One call at a time.
 */
export class ScoreThreads {
  readonly #self = new Part();
  #others: PartThread[] = [];
  #evidence: Evidence | undefined;

  constructor(private readonly sharing: Sharing) {}

  /** Everyone's score as of a day, in shared memory. Throws where a thread fails or ends; the next call has another one instead. */
  async scoreAll(evidence: Evidence, day: Day, policy: Policy): Promise<Scores> {
    const { count } = evidence.cadres;
    const scores = emptyScores(day, count, sources, true);
    if (!this.#shares(evidence)) scoreCadres(evidence, { from: 0, to: count }, policy, scores);
    else {
      await this.#tell(evidence);
      const next = new Int32Array(new SharedArrayBuffer(4));
      const pieces = evenParts(evidence, this.sharing.threadCount * PIECES_EACH);
      await this.#all(() => ({ step: 'score', policy, scores, next, pieces }));
    }
    await this.#order(evidence, scores);
    return scores;
  }

  /** Scores these cadres (each once) anew, as of `into`'s day, and puts everyone, who were in order, in order again. */
  async scoreSome(
    evidence: Evidence,
    cadres: ArrayLike<number>,
    policy: Policy,
    into: Scores,
  ): Promise<void> {
    scoreCadres(evidence, cadres, policy, into);
    if (cadres.length > into.count * FEW_SHARE) return this.#order(evidence, into);
    reorderScores(into, evidence.cadres, sources, cadres);
  }

  /** Ends the other threads. */
  async end(): Promise<void> {
    await Promise.all(this.#others.splice(0).map((other) => other.end()));
    this.#evidence = undefined;
  }

  #shares({ cadres }: Evidence): boolean {
    const { threadCount, aloneBelow = ALONE_BELOW } = this.sharing;
    return threadCount > 1 && cadres.count >= aloneBelow;
  }

  async #order(evidence: Evidence, scores: Scores): Promise<void> {
    const { count } = evidence.cadres;
    if (!this.#shares(evidence)) return orderScores(scores, evidence.cadres, sources);
    await this.#tell(evidence);
    const held = new Uint32Array(new SharedArrayBuffer(4 * count));
    const round: Round = { scores, held };
    const { threadCount } = this.sharing;
    const placeOf = (part: number) => Math.floor((count * part) / threadCount);
    const runs = (await this.#all((part) => ({
      step: 'order',
      round,
      from: placeOf(part),
      to: placeOf(part + 1),
    }))) as Run[];
    // The last slice says how many there are, into the scores of the thread that merges it: this one's.
    await this.#all((part) => ({
      step: 'merge',
      round,
      runs,
      slice: threadCount - 1 - part,
      sliceCount: threadCount,
    }));
  }

  /** Makes the evidence known to all threads, those that have ended replaced. */
  async #tell(evidence: Evidence): Promise<void> {
    const { threadCount, heapMb } = this.sharing;
    const anew = this.#others.length === 0 || this.#others.some(({ ended }) => ended);
    if (anew) {
      await this.end();
      this.#others = Array.from({ length: threadCount - 1 }, () => new PartThread(heapMb));
    }
    if (this.#evidence === evidence) return;
    const shared = scoredEvidence(evidence);
    await this.#all(() => ({ step: 'evidence', evidence: shared }));
    this.#evidence = evidence;
  }

  /** Has every thread do its part, this one the first, and waits for all. */
  async #all(requestOf: (part: number) => PartRequest): Promise<(Run | undefined)[]> {
    const others = this.#others.map((other, at) => other.ask(requestOf(at + 1)));
    // Whichever fails first is what is told; the others are waited for all the same.
    const settled = Promise.allSettled(others);
    const own = this.#self.work(requestOf(0));
    await settled;
    return [own, ...(await Promise.all(others))];
  }
}

/** What scores ask for, all of it but the few days of the calendar in shared memory: neither cases nor contests, and no texts of places, which would be copied. */
function scoredEvidence({ cadres, sources: rows, calendar }: Evidence): Evidence {
  const { register, postings } = cadres;
  const textless = (places: Places): Places => ({
    ...places,
    unit: { ...places.unit, values: [] },
    post: { ...places.post, values: [] },
    rank: { ...places.rank, values: [] },
  });
  return {
    cadres: {
      ...cadres,
      register: textless(register),
      postings: { ...postings, ...textless(postings) },
    },
    sources: rows,
    calendar,
  };
}
