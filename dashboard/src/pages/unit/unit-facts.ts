import type { FollowUpKind } from '@probity/analytics';
import type { UnitPart, UnitSummary } from '../../data/shapes.js';
import { shareOf } from './figures/raised.js';

/** What the three sentences of a unit's page tell. Shares are 0..1. */
export interface UnitFacts {
  /** Null where it is hidden. */
  readonly share: number | null;
  /** Null where nobody was there a year ago, or where it is hidden. */
  readonly shareBefore: number | null;
  readonly verdict: 'better' | 'worse' | 'same' | 'now' | 'hidden';
  readonly meanChange: number | null;
  /** The part with the largest share, of those with enough people to say so. */
  readonly leading: UnitPart | null;
  /** Null where some of it is hidden. */
  readonly overdueCount: number | null;
  /** What of it is shown. */
  readonly overdueShownCount: number;
  readonly mostOverdue: { readonly kind: FollowUpKind; readonly count: number | null } | null;
}

/** Shares of smaller parts jump about by chance. */
const LEAST_PEOPLE = 10;
/** Shares that look the same in whole percent are called the same. */
const SAME = 0.005;

function verdictOf(share: number | null, before: number | null): UnitFacts['verdict'] {
  if (share === null) return 'hidden';
  if (before === null) return 'now';
  if (Math.abs(share - before) < SAME) return 'same';
  return share < before ? 'better' : 'worse';
}

/** The facts about a unit, from its summary alone. */
export function unitFactsOf(summary: UnitSummary): UnitFacts {
  const { yearBefore, overdue, children } = summary;
  const share = shareOf(summary);
  const shareBefore = yearBefore?.cadreCount ? shareOf(yearBefore) : null;
  const kinds = (Object.entries(overdue) as [FollowUpKind, number | null][]).filter(
    ([, count]) => count !== 0,
  );
  const most = kinds.toSorted(([, a], [, b]) => (b ?? 0) - (a ?? 0))[0];
  return {
    share,
    shareBefore,
    verdict: verdictOf(share, shareBefore),
    meanChange:
      summary.meanScore !== null && yearBefore?.meanScore != null
        ? Math.round((summary.meanScore - yearBefore.meanScore) * 1000) / 1000
        : null,
    leading:
      children
        .filter((part) => (part.cadreCount ?? 0) >= LEAST_PEOPLE && (shareOf(part) ?? 0) > 0)
        .toSorted((a, b) => (shareOf(b) ?? 0) - (shareOf(a) ?? 0))[0] ?? null,
    overdueCount: kinds.reduce<number | null>(
      (sum, [, count]) => (sum === null || count === null ? null : sum + count),
      0,
    ),
    overdueShownCount: kinds.reduce((sum, [, count]) => sum + (count ?? 0), 0),
    mostOverdue: most ? { kind: most[0], count: most[1] } : null,
  };
}
