import { dateOf } from '@probity/analytics';
import { type Measure, measure, percentile } from '../measure.ts';
import { LAST_DAY, randomNumbers, staffNo } from '../population.ts';
import type { Running } from './context.ts';
import { freshRun, importAll } from './requests.ts';

const BATCH = 1000;
const MUST_SECONDS = 1;

/** Files of a thousand new opinions about people all over the population, each other ones. */
export class Batches {
  readonly #cadreCount: number;
  readonly #random = randomNumbers(23);
  /** So that no other run of the bench has sent the same ones. */
  readonly #name = Date.now().toString(36);
  #sent = 0;

  constructor(cadreCount: number) {
    this.#cadreCount = cadreCount;
  }

  next(): string {
    const lines = ['ref,staff_no,given_on,respondent,circle,rating,channel'];
    const batch = this.#sent++;
    for (let row = 0; row < BATCH; row++) {
      const cadre = Math.floor(this.#random() * this.#cadreCount);
      const day = dateOf(LAST_DAY - Math.floor(this.#random() * 300));
      lines.push(
        `N${this.#name}-${batch}-${row},${staffNo(cadre)},${day},peer,work,${row % 2 ? -1 : 1},ballot`,
      );
    }
    return `${lines.join('\n')}\n`;
  }
}

/** How long after its commit a batch of 1,000 new records shows in the ranking. */
export async function batchToRanking(
  { server }: Running,
  batches: Batches,
  rounds: number,
): Promise<Measure[]> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    await importAll(server, 'inspection-opinion', batches.next());
    const start = performance.now();
    await freshRun(server);
    // The first round warms up.
    if (round > 0) times.push((performance.now() - start) / 1000);
  }
  return [
    measure(
      'batch of 1,000 new records, commit to ranking, p95',
      percentile(times, 0.95),
      'the limit',
      MUST_SECONDS,
    ),
  ];
}
