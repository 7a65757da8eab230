import { inService } from '../evidence/cadres.js';
import type { Evidence } from '../evidence/evidence.js';
import { headSince, type Standing, standingAt } from '../evidence/standing.js';
import type { Day } from '../fields/day.js';
import type { Holding } from '../source.js';

/** Somebody's place as of a day, with the unit, which sources need not know. */
export interface Person extends Holding {
  readonly cadre: number;
  readonly standing: Standing;
}

/** The person that obligations are about. Postings are listed only when a source asks for them. */
export function personAt({ cadres }: Evidence, cadre: number, day: Day): Person {
  const standing = standingAt(cadres, cadre, day);
  return {
    cadre,
    standing,
    appointedOn: cadres.appointedOn[cadre],
    leftOn: cadres.leftOn[cadre],
    inService: inService(cadres, cadre, day),
    head: standing.head,
    headSince: headSince(cadres, cadre, day),
    rank: standing.rank,
    get postings() {
      const { from, fromOn, toOn, head } = cadres.postings;
      const rows = Array.from(
        { length: from[cadre + 1] - from[cadre] },
        (_, at) => from[cadre] + at,
      );
      return rows.map((row) => ({ from: fromOn[row], to: toOn[row], head: head[row] === 1 }));
    },
  };
}
