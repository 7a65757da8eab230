import type { Evidence } from '../evidence/evidence.js';
import type { Day } from '../fields/day.js';
import type { Policy } from '../policy/schema.js';
import { visitFollowUps } from './follow-ups.js';
import type { FollowUpKind } from './kinds.js';

/** How many follow-ups of a kind there are, whoever they are about. */
export interface KindCount {
  /** Overdue, and due since the kind is counted. */
  overdueCount: number;
  /** Not closed, but due before the kind is counted. */
  inheritedCount: number;
}

/** Everyone's overdue follow-ups as of a day, by kind; kinds without any are not there. */
export function countByKind(
  evidence: Evidence,
  day: Day,
  policy: Policy,
): Partial<Record<FollowUpKind, KindCount>> {
  const counts: Partial<Record<FollowUpKind, KindCount>> = {};
  visitFollowUps(evidence, 'all', day, policy, ({ kind, state, inherited }) => {
    if (state !== 'overdue') return;
    counts[kind] ??= { overdueCount: 0, inheritedCount: 0 };
    const count = counts[kind];
    if (inherited) count.inheritedCount++;
    else count.overdueCount++;
  });
  return counts;
}
