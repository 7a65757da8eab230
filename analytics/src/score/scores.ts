import { memory } from '../fields/columns.js';
import type { Day } from '../fields/day.js';
import type { Source } from '../source.js';

/** Everyone's score as of a day, by the cadre's index. All points are millipoints. */
export interface Scores {
  readonly day: Day;
  readonly count: number;
  readonly total: Int32Array;
  /** By source key. */
  readonly subtotals: Readonly<Record<string, Int32Array>>;
  /** How many kinds of evidence that coverage asks for are there, and how many it asks for. */
  readonly present: Uint8Array;
  readonly applicable: Uint8Array;
  /** Places in `bandCodes`. */
  readonly band: Uint8Array;
  /** 1, 2, 3, ... over those in service; 0 for the others. */
  readonly position: Uint32Array;
  /** As position, with ties of the total shared (1, 1, 3); 0 for those not in service. */
  readonly rank: Uint32Array;
  /** The cadres' indexes by position, `rankedCount` of them. */
  readonly order: Uint32Array;
  rankedCount: number;
}

/** Room for the scores of so many cadres. */
export function emptyScores(
  day: Day,
  count: number,
  sources: readonly Source[],
  shared = false,
): Scores {
  const words = () => memory(4 * count, shared);
  const bytes = () => memory(count, shared);
  return {
    day,
    count,
    total: new Int32Array(words()),
    subtotals: Object.fromEntries(sources.map(({ key }) => [key, new Int32Array(words())])),
    present: new Uint8Array(bytes()),
    applicable: new Uint8Array(bytes()),
    band: new Uint8Array(bytes()),
    position: new Uint32Array(words()),
    rank: new Uint32Array(words()),
    order: new Uint32Array(words()),
    rankedCount: 0,
  };
}
