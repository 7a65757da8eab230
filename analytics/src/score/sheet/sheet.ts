import type { HearingPolicy } from '../../policy/hearing.policy.js';
import { type Millipoints, millipoints, type Source } from '../../source.js';
import { sources as allSources } from '../../sources/index.js';
import type { Band } from '../band.js';
import type { CoverageItem, Explanation, SourceExplanation } from '../explain.js';

/** How many records stand behind a sum, as roughly as policy says: from so many, to below so many. */
export interface RoughCount {
  readonly from: number;
  /** Undefined where there may be any number more. */
  readonly below: number | undefined;
}

/** One source's part of a sheet. A confidential source has no lines: a rounded sum and a rough count. */
export interface SheetPart extends SourceExplanation {
  readonly roughCount?: RoughCount;
}

/** A score as the person concerned is told it. */
export interface Sheet {
  /** The sum of the parts, so within half a rounding step of the score that ranks. */
  readonly total: Millipoints;
  readonly band: Band;
  readonly parts: readonly SheetPart[];
  /** Of what coverage asks for, confidential sources apart, what is not there. */
  readonly missing: readonly CoverageItem[];
}

/**
 * The sheet "why this score". What confidential sources give is rounded to whole steps and its total
 * is the sum of what is shown: an exact total beside exact other parts would give it away.
 */
export function sheetOf(
  explanation: Explanation,
  policy: HearingPolicy,
  sources: readonly Source[] = allSources,
): Sheet {
  const isConfidential = (key: string) =>
    sources.find((source) => source.key === key)?.confidential === true;
  const parts = explanation.sources.map((part) =>
    isConfidential(part.source) ? folded(part, policy) : part,
  );
  return {
    total: parts.reduce((sum, { subtotal }) => sum + subtotal, 0),
    band: explanation.band,
    parts,
    missing: explanation.coverageItems.filter(
      ({ source, present }) => !present && !isConfidential(source),
    ),
  };
}

function folded({ source, subtotal, contributions }: SourceExplanation, policy: HearingPolicy) {
  const step = millipoints(policy.opinionsRoundedTo);
  return {
    source,
    subtotal: Math.floor(subtotal / step + 0.5) * step,
    contributions: [],
    adjustments: [],
    roughCount: roughly(contributions.length, policy),
  };
}

function roughly(count: number, { someOpinions, manyOpinions }: HearingPolicy): RoughCount {
  if (count < someOpinions) return { from: 0, below: someOpinions };
  if (count < manyOpinions) return { from: someOpinions, below: manyOpinions };
  return { from: manyOpinions, below: undefined };
}
