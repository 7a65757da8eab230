import type { CadreScore, CoveragePart } from '../../data/shapes.js';

/** The facts that the first sentences of a person's page tell. */
export interface Lead {
  /** The source that gives most, with its largest line; null where nothing gives points. */
  readonly main: { readonly source: string; readonly points: number; readonly ref: string } | null;
  /** The change of the score against the day compared with, in points; null where not ranked then. */
  readonly change: number | null;
  readonly missing: readonly CoveragePart[];
}

/** What to say first about a score, from its lines and the score of an earlier day. */
export function leadOf(
  score: CadreScore,
  before: Pick<CadreScore, 'score' | 'position'> | undefined,
): Lead {
  const largest = score.sources.toSorted((a, b) => b.subtotal - a.subtotal)[0];
  const line = largest?.contributions.toSorted((a, b) => b.points - a.points)[0];
  return {
    main:
      largest && line && largest.subtotal > 0
        ? { source: largest.source, points: largest.subtotal, ref: line.ref }
        : null,
    change:
      before && before.position !== null
        ? Math.round((score.score - before.score) * 1000) / 1000
        : null,
    missing: score.coverageParts.filter((part) => part.applies && !part.present),
  };
}
