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

/** The overdue follow-ups as of a day of everyone who `counts` (a cadre's index), by kind; kinds without any are not there. */
export function countByKind(
  evidence: Evidence,
  day: Day,
  policy: Policy,
  counts: (cadre: number) => boolean = () => true,
): Partial<Record<FollowUpKind, KindCount>> {
  const byKind: Partial<Record<FollowUpKind, KindCount>> = {};
  visitFollowUps(evidence, 'all', day, policy, ({ cadre, kind, state, inherited }) => {
    if (state !== 'overdue' || !counts(cadre)) return;
    byKind[kind] ??= { overdueCount: 0, inheritedCount: 0 };
    const count = byKind[kind];
    if (inherited) count.inheritedCount++;
    else count.overdueCount++;
  });
  return byKind;
}
