import type { CadreScore, CoveragePart, TrendPoint } from '../../data/shapes.js';
import { daysAfter } from '../../selection/days.js';

/** The facts that the first sentences of a person's page tell. */
export interface Lead {
  /** The source that gives most, with its largest line; null where nothing gives points. */
  readonly main: { readonly source: string; readonly points: number; readonly ref: string } | null;
  /** The change of the score against about a month ago, in points; null where it is not known. */
  readonly change: number | null;
  readonly missing: readonly CoveragePart[];
}

/** A month end at least this long ago counts as "a month ago". */
const MONTH_DAYS = 27;

/** What to say first about a score, from its lines and its history (oldest first). */
export function leadOf(score: CadreScore, history: readonly TrendPoint[]): Lead {
  const largest = score.sources.toSorted((a, b) => b.subtotal - a.subtotal)[0];
  const line = largest?.contributions.toSorted((a, b) => b.points - a.points)[0];
  const before = history.findLast((point) => point.asOf <= daysAfter(score.asOf, -MONTH_DAYS));
  return {
    main:
      largest && line && largest.subtotal > 0
        ? { source: largest.source, points: largest.subtotal, ref: line.ref }
        : null,
    change: before ? Math.round((score.score - before.score) * 1000) / 1000 : null,
    missing: score.coverageParts.filter((part) => part.applies && !part.present),
  };
}
