import type { CadreColumns } from '../evidence/cadres.js';
import type { SourceRows } from '../evidence/evidence.js';
import { headsUnit } from '../evidence/standing.js';
import type { WorkingCalendar } from '../fields/working-days.js';
import type { Policy } from '../policy/schema.js';
import {
  type Millipoints,
  type Moment,
  millipoints,
  type Source,
  type SourcePolicy,
} from '../source.js';
import { clamp } from './cap.js';
import { momentOf } from './moment.js';
import type { Scores } from './scores.js';

/** All that one source needs to score cadres one after another, looked up once. */
export interface SourceScoring {
  readonly source: Source;
  readonly table: SourceRows;
  readonly at: Moment<SourcePolicy>;
  readonly cap: Millipoints;
  readonly subtotals: Int32Array;
}

/** One source's scoring into `scores`, as of their day. Throws a RangeError where the policy lacks the source. */
export function scoringOf(
  source: Source,
  table: SourceRows,
  policy: Policy,
  scores: Scores,
  calendar?: WorkingCalendar,
): SourceScoring {
  const at = momentOf(source, scores.day, policy, calendar);
  return {
    source,
    table,
    at,
    cap: millipoints(at.policy.cap),
    subtotals: scores.subtotals[source.key],
  };
}

/** Writes the subtotals of neighbouring cadres (`to` exclusive), adds them to the totals, and counts what of coverage is present. */
export function scoreRun(
  { source, table, at, cap, subtotals }: SourceScoring,
  { total, present, day }: Scores,
  cadres: CadreColumns,
  from: number,
  to: number,
): void {
  const { from: starts, to: ends, rows } = table;
  const { coverage } = source;
  const ofHeads = coverage?.asks === 'heads';
  for (let cadre = from; cadre < to; cadre++) {
    const start = starts[cadre];
    const end = ends[cadre];
    if (start === end) {
      subtotals[cadre] = 0;
      continue;
    }
    const subtotal = clamp(source.points(rows, start, end, at), cap);
    subtotals[cadre] = subtotal;
    total[cadre] += subtotal;
    if (!coverage || (ofHeads && !headsUnit(cadres, cadre, day))) continue;
    if (coverage.present(rows, start, end, at)) present[cadre]++;
  }
}
