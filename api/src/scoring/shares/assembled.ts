import {
  type Day,
  emptyScores,
  type FollowUp,
  orderScores,
  type Scores,
  sources,
  standingAt,
} from '@probity/analytics';
import { EvidenceDigest } from '../digest/evidence-digest.js';
import { changedSum } from '../digest/people-sum.js';
import type { Held, TellFollowUps } from '../load/held-evidence.js';
import type { PartResult } from './part-result.js';

/** Somebody's follow-ups are needed that no partition was asked for. */
export class NotAskedFor extends Error {}

/** Everyone's results, put together from those of the partitions. */
export interface Assembled {
  /**
   * With the digest of everything that was scored, and the follow-ups that the partitions were asked for:
   * telling others throws a NotAskedFor.
   */
  readonly held: Held;
  readonly scores: Scores;
}

/**
 * Puts the partitions' results together over the register of everyone, as known at the same instant, and
 * everyone in order. Throws where somebody is missing or is in no register.
 */
export function assemble(register: Held, parts: readonly PartResult[], day: Day): Assembled {
  const { evidence, register: people } = register;
  const { count } = evidence.cadres;
  const scores = emptyScores(day, count, sources);
  const placed = { part: new Int32Array(count).fill(-1), at: new Uint32Array(count) };
  for (const [number, part] of parts.entries()) {
    for (let at = 0; at < part.ids.length; at++) {
      const cadre = people.indexOf.get(part.ids[at] ?? 0);
      if (cadre === undefined)
        throw new Error('a partition has somebody whom the register has not');
      placed.part[cadre] = number;
      placed.at[cadre] = at;
      scores.total[cadre] = part.total[at] ?? 0;
      scores.present[cadre] = part.present[at] ?? 0;
      scores.applicable[cadre] = part.applicable[at] ?? 0;
      scores.band[cadre] = part.band[at] ?? 0;
      for (const [key, subtotals] of Object.entries(scores.subtotals)) {
        subtotals[cadre] = part.subtotals[key]?.[at] ?? 0;
      }
    }
  }
  if (placed.part.includes(-1)) throw new Error('the partitions do not have everybody together');
  orderScores(scores, evidence.cadres, sources);
  const sum = parts.reduce((all, part) => changedSum(all, 0n, part.people), 0n);
  const tellFollowUps: TellFollowUps = (some, _day, _policy, visit) => {
    for (const cadre of some) {
      const found = parts[placed.part[cadre] ?? 0]?.followUpsAt(placed.at[cadre] ?? 0);
      if (!found) throw new NotAskedFor('more follow-ups are needed than were asked for');
      const { unitCode } = standingAt(evidence.cadres, cadre, day);
      const about = { cadre, staffNo: people.staffNos[cadre] ?? '', unitCode, row: -1 };
      for (const followUp of found) visit({ ...about, ...followUp } satisfies FollowUp);
    }
  };
  const digest = new EvidenceDigest(evidence, sum);
  return { held: { ...register, digest, tellFollowUps }, scores };
}
