import { type Day, type Scores, scoreAll, scoreSome } from '@probity/analytics';
import type { Refreshed } from '../load/held-evidence.js';
import type { PolicyInUse } from './messages.js';

interface Entry {
  readonly scores: Scores;
  /** The cadres (by index) whose evidence has changed since. */
  readonly outdated: Set<number>;
}

/** Two trends of a year by month and a few days beside them. */
const MOST_DAYS = 32;

/** Everyone's scores on the days last asked for, of which only those touched since are scored anew. */
export class ScoreCache {
  readonly #entries = new Map<string, Entry>();

  /** Takes note of what a refresh changed. */
  touch(touched: Refreshed['touched']): void {
    if (touched === 'all') this.#entries.clear();
    else {
      for (const { outdated } of this.#entries.values()) {
        for (const cadre of touched) outdated.add(cadre);
      }
    }
  }

  /** The scores as of a day, and how many cadres had to be scored for it. */
  scores(
    { evidence }: Refreshed,
    day: Day,
    { version, policy }: PolicyInUse,
  ): { scores: Scores; rescored: number } {
    const key = `${version}/${day}`;
    const known = this.#entries.get(key);
    this.#entries.delete(key);
    if (known) {
      this.#entries.set(key, known);
      const cadres = [...known.outdated];
      if (cadres.length > 0) scoreSome(evidence, cadres, policy, known.scores);
      known.outdated.clear();
      return { scores: known.scores, rescored: cadres.length };
    }
    const scores = scoreAll(evidence, day, policy);
    this.#entries.set(key, { scores, outdated: new Set() });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MOST_DAYS && oldest !== undefined) this.#entries.delete(oldest);
    return { scores, rescored: evidence.cadres.count };
  }
}
