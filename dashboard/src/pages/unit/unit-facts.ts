import type { FollowUpKind } from '@probity/analytics';
import type { UnitPart, UnitSummary } from '../../data/shapes.js';
import { shareOf } from './raised.js';

/** What the three sentences of a unit's page tell. Shares are 0..1. */
export interface UnitFacts {
  readonly share: number;
  /** Null where nobody was there a year ago. */
  readonly shareBefore: number | null;
  readonly verdict: 'better' | 'worse' | 'same' | 'now';
  readonly meanChange: number | null;
  /** The part with the largest share, of those with enough people to say so. */
  readonly leading: UnitPart | null;
  readonly overdueCount: number;
  readonly mostOverdue: { readonly kind: FollowUpKind; readonly count: number } | null;
}

/** Shares of smaller parts jump about by chance. */
const LEAST_PEOPLE = 10;
/** Shares that look the same in whole percent are called the same. */
const SAME = 0.005;

/** The facts about a unit, from its summary alone. */
export function unitFactsOf(summary: UnitSummary): UnitFacts {
  const { yearBefore, overdue, children } = summary;
  const share = shareOf(summary);
  const shareBefore = yearBefore?.cadreCount ? shareOf(yearBefore) : null;
  const difference = shareBefore === null ? null : share - shareBefore;
  const kinds = (Object.entries(overdue) as [FollowUpKind, number][]).filter(
    ([, count]) => count > 0,
  );
  const most = kinds.toSorted(([, a], [, b]) => b - a)[0];
  return {
    share,
    shareBefore,
    verdict:
      difference === null
        ? 'now'
        : Math.abs(difference) < SAME
          ? 'same'
          : difference < 0
            ? 'better'
            : 'worse',
    meanChange:
      summary.meanScore !== null && yearBefore?.meanScore != null
        ? Math.round((summary.meanScore - yearBefore.meanScore) * 1000) / 1000
        : null,
    leading:
      children
        .filter((part) => part.cadreCount >= LEAST_PEOPLE && shareOf(part) > 0)
        .toSorted((a, b) => shareOf(b) - shareOf(a))[0] ?? null,
    overdueCount: kinds.reduce((sum, [, count]) => sum + count, 0),
    mostOverdue: most ? { kind: most[0], count: most[1] } : null,
  };
}
