import type { SourceScore } from '../../data/shapes.js';

/** One step of a waterfall from nothing to the total, in points. */
export interface Step {
  readonly kind: 'source' | 'adjustment' | 'total';
  /** The source of the step; empty for the total. */
  readonly source: string;
  /** For an adjustment its name, such as `cap`; else empty. */
  readonly adjustment: string;
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

const milli = (points: number) => Math.round(points * 1000);

/**
 * The steps of a score: for each source what its records give, then each of its adjustments, and
 * last the total. Sums are over whole thousandths, so the last step equals the lines exactly.
 * Sources without points and adjustments have no step.
 */
export function stepsOf(sources: readonly SourceScore[]): Step[] {
  const steps: Step[] = [];
  let reached = 0;
  const add = (kind: Step['kind'], source: string, adjustment: string, amount: number) => {
    const from = reached;
    reached += amount;
    steps.push({
      kind,
      source,
      adjustment,
      from: from / 1000,
      to: reached / 1000,
      points: amount / 1000,
    });
  };
  for (const { source, contributions, adjustments } of sources) {
    const given = contributions.reduce((sum, line) => sum + milli(line.points), 0);
    if (given !== 0) add('source', source, '', given);
    for (const { kind, points } of adjustments) add('adjustment', source, kind, milli(points));
  }
  steps.push({
    kind: 'total',
    source: '',
    adjustment: '',
    from: 0,
    to: reached / 1000,
    points: reached / 1000,
  });
  return steps;
}
