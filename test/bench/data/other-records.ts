import type { Cells } from '@probity/analytics';
import { LAST_DAY, randomNumbers } from '../population.ts';

/** A record of one of the sources beside the four first ones; dates are days. */
export interface OtherRecord {
  readonly cadre: number;
  readonly source: string;
  readonly cells: Cells;
}

/** Of how many cadres in a thousand each has a record in a year. */
const SHARES = { talked: 900, trained: 800, reminded: 30 };
const YEAR = 365;

/**
 * The other records of a population, in proportion: a talk and a session in most years, a reminder
 * now and then.
 */
export function* otherRecords(cadreCount: number, seed = 11): Generator<OtherRecord> {
  const random = randomNumbers(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(values: readonly T[]) => values[upTo(values.length)] as T;
  const happens = (share: number) => upTo(1000) < share;
  for (let cadre = 0; cadre < cadreCount; cadre++) {
    for (let year = 0; year < 2; year++) {
      const day = () => LAST_DAY - YEAR * year - upTo(YEAR);
      if (happens(SHARES.talked)) {
        const cells = { ref: `h${year}`, held_on: day(), held_by: null };
        yield { cadre, source: 'heart-to-heart-talk', cells };
      }
      if (happens(SHARES.trained)) {
        const cells = {
          ref: `e${year}`,
          kind: pick(['party_spirit', 'clean_government', 'warning']),
          held_on: day(),
          attended: pick(['true', 'true', 'true', 'false', 'excused']),
        };
        yield { cadre, source: 'education-session', cells };
      }
      if (happens(SHARES.reminded)) {
        const heldOn = day();
        const cells = {
          ref: `r${year}`,
          kind: pick(['communication', 'reminding', 'admonition']),
          held_on: heldOn,
          correct_by: heldOn + 90,
          corrected_on: happens(500) ? heldOn + upTo(120) : null,
        };
        yield { cadre, source: 'reminder-talk', cells };
      }
    }
  }
}
