import type { Evidence } from '../evidence/evidence.js';
import type { Day } from '../fields/day.js';
import type { Policy } from '../policy/schema.js';
import type { Source } from '../source.js';
import { sources as allSources } from '../sources/index.js';
import { daysByKind } from './dates-by-kind.js';
import { eachObligation } from './obligations.js';
import { isInherited } from './state.js';

/** How many follow-ups of each cadre (by index) are overdue and not inherited. */
export interface OverdueCounts {
  /** Those that the cadre owes. */
  readonly own: Uint16Array;
  /** Those that the office or the unit owes about the cadre. */
  readonly office: Uint16Array;
}

/** The overdue follow-ups of everyone as of a day, counted; inherited ones are left out. */
export function overdueCounts(
  evidence: Evidence,
  day: Day,
  policy: Policy,
  sources: readonly Source[] = allSources,
): OverdueCounts {
  const { count } = evidence.cadres;
  const counts = { own: new Uint16Array(count), office: new Uint16Array(count) };
  const countFrom = daysByKind(policy.followUps.countFrom);
  eachObligation(evidence, 'all', day, policy, sources, (obligation, { cadre }) => {
    const { kind, dueOn, closedOn, owedBy } = obligation;
    if (dueOn >= day || closedOn <= day || isInherited(dueOn, countFrom(kind))) return;
    (owedBy === 'cadre' ? counts.own : counts.office)[cadre]++;
  });
  return counts;
}
