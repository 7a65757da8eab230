import { type CadreColumns, inService } from '../../evidence/cadres.js';
import { standingAt } from '../../evidence/standing.js';
import type { Day } from '../../fields/day.js';

/**
 * How many of those in service hold a post of this rank in this unit on the day, by postings, else
 * the register. What a headcount pre-review says is shown beside it; a difference is no reason.
 */
export function filledPosts(
  cadres: CadreColumns,
  unitCode: string,
  rank: string,
  day: Day,
): number {
  let filled = 0;
  for (let cadre = 0; cadre < cadres.count; cadre++) {
    if (!inService(cadres, cadre, day)) continue;
    const standing = standingAt(cadres, cadre, day);
    if (standing.unitCode === unitCode && standing.rank === rank) filled++;
  }
  return filled;
}
