import { type Evidence, rowsOf } from '../evidence/evidence.js';
import { headsUnit } from '../evidence/standing.js';
import { textAt } from '../evidence/texts.js';
import type { Day } from '../fields/day.js';
import type { Labels } from '../fields/labels.js';
import type { Policy } from '../policy/schema.js';
import { type Lines, type Millipoints, millipoints, type Source } from '../source.js';
import { sources as allSources } from '../sources/index.js';
import { type Band, bandCodes, bandOf, coverageOf } from './band.js';
import { clamp } from './cap.js';
import { momentOf } from './moment.js';

/** One record's part of a score. */
export interface Contribution {
  /** Position in the source's columns. */
  readonly row: number;
  readonly ref: string;
  readonly occurredOn: Day;
  readonly points: Millipoints;
  readonly reason: Labels;
}

/** A change of a source's sum that no record carries: `floor`, `cap`. */
export interface Adjustment {
  readonly kind: string;
  readonly points: Millipoints;
}

/** One source's part of a score: the subtotal is the sum of its contributions and adjustments. */
export interface SourceExplanation {
  readonly source: string;
  readonly subtotal: Millipoints;
  readonly contributions: readonly Contribution[];
  readonly adjustments: readonly Adjustment[];
}

/** One kind of evidence that coverage asks for. */
export interface CoverageItem {
  readonly source: string;
  readonly labels: Labels;
  readonly present: boolean;
}

/** A cadre's score with everything it is made of. */
export interface Explanation {
  readonly staffNo: string;
  readonly day: Day;
  readonly total: Millipoints;
  readonly band: Band;
  /** 0 to 1. */
  readonly coverage: number;
  readonly coverageItems: readonly CoverageItem[];
  readonly sources: readonly SourceExplanation[];
}

/** The score of one cadre as of a day, line by line; the sum is what `scoreAll` gives. */
export function explain(
  evidence: Evidence,
  cadre: number,
  day: Day,
  policy: Policy,
  sources: readonly Source[] = allSources,
): Explanation {
  if (!(cadre >= 0 && cadre < evidence.cadres.count)) throw new RangeError(`no cadre ${cadre}`);
  const parts = sources.map((source) => explainSource(evidence, cadre, day, policy, source));
  const coverageItems = sources.flatMap((source) =>
    coverageItem(evidence, cadre, day, policy, source),
  );
  const total = parts.reduce((sum, part) => sum + part.subtotal, 0);
  const present = coverageItems.filter((item) => item.present).length;
  const applicable = coverageItems.length;
  return {
    staffNo: textAt(evidence.cadres.staffNo, cadre),
    day,
    total,
    band: bandCodes[bandOf(policy)(total, present, applicable)],
    coverage: coverageOf(present, applicable),
    coverageItems,
    sources: parts,
  };
}

function explainSource(
  evidence: Evidence,
  cadre: number,
  day: Day,
  policy: Policy,
  source: Source,
): SourceExplanation {
  const { from, to, rows, refs } = rowsOf(evidence, source);
  const dates = rows[source.datedBy];
  const contributions: Contribution[] = [];
  const adjustments: Adjustment[] = [];
  const lines: Lines = {
    add: (row, points, reason) =>
      contributions.push({ row, ref: textAt(refs, row), occurredOn: dates[row], points, reason }),
    adjust: (kind, points) => adjustments.push({ kind, points }),
  };
  const at = momentOf(source, day, policy, evidence.calendar);
  const sum =
    from[cadre] === to[cadre] ? 0 : source.points(rows, from[cadre], to[cadre], at, lines);
  const subtotal = clamp(sum, millipoints(at.policy.cap));
  if (subtotal !== sum) lines.adjust(sum < 0 ? 'floor' : 'cap', subtotal - sum);
  return {
    source: source.key,
    subtotal,
    contributions: contributions.sort((a, b) => a.row - b.row),
    adjustments,
  };
}

function coverageItem(
  evidence: Evidence,
  cadre: number,
  day: Day,
  policy: Policy,
  source: Source,
): CoverageItem[] {
  const { coverage } = source;
  if (!coverage) return [];
  if (coverage.asks === 'heads' && !headsUnit(evidence.cadres, cadre, day)) return [];
  const { from: starts, rows } = rowsOf(evidence, source);
  const from = starts[cadre];
  const to = starts[cadre + 1];
  const present =
    from !== to &&
    coverage.present(rows, from, to, momentOf(source, day, policy, evidence.calendar));
  return [{ source: source.key, labels: coverage.labels, present }];
}
