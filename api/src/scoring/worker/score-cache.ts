import type { Day, Scores } from '@probity/analytics';
import type { Refreshed } from '../load/held-evidence.js';
import type { ScoreThreads } from '../threads/score-threads.js';
import type { PolicyInUse } from './messages.js';

interface Entry {
  readonly scores: Scores;
  /** The cadres (by index) whose evidence has changed since. */
  readonly outdated: Set<number>;
}

/** Two trends of a year by month and a few days beside them. */
const MOST_DAYS = 32;
/** And no more than this, whatever the number of people. */
const MOST_BYTES = 2 ** 29;

/** Everyone's scores on the days last asked for, of which only those touched since are scored anew. */
export class ScoreCache {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly threads: ScoreThreads) {}

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
  async scores(
    { evidence }: Refreshed,
    day: Day,
    { version, policy }: PolicyInUse,
  ): Promise<{ scores: Scores; rescored: number }> {
    const key = `${version}/${day}`;
    let known = this.#entries.get(key);
    // Everyone together takes several threads, and less time than most people one by one.
    if (known && known.outdated.size > evidence.cadres.count / 2) known = undefined;
    // Out while it is worked on: half of it must not be found after a failure.
    this.#entries.delete(key);
    if (known) {
      const cadres = [...known.outdated];
      if (cadres.length > 0) await this.threads.scoreSome(evidence, cadres, policy, known.scores);
      known.outdated.clear();
      this.#entries.set(key, known);
      return { scores: known.scores, rescored: cadres.length };
    }
    const scores = await this.threads.scoreAll(evidence, day, policy);
    this.#entries.set(key, { scores, outdated: new Set() });
    const most = Math.max(2, Math.min(MOST_DAYS, MOST_BYTES / bytesOf(scores)));
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > most && oldest !== undefined) this.#entries.delete(oldest);
    return { scores, rescored: evidence.cadres.count };
  }
}

function bytesOf(scores: Scores): number {
  const columns = [...Object.values(scores), ...Object.values(scores.subtotals)];
  return columns.reduce((sum, one) => sum + (ArrayBuffer.isView(one) ? one.byteLength : 0), 0);
}
