import { type Evidence, rowsOf } from '../evidence/evidence.js';
import type { Columns } from '../fields/columns.js';
import type { Day } from '../fields/day.js';
import type { Labels } from '../fields/labels.js';
import type { Policy } from '../policy/schema.js';
import type { Source } from '../source.js';
import type { TalkRule } from './talk-rules.js';

/** That a rule is met by a record: since which day, and why. */
export interface RuleMet {
  readonly rule: TalkRule;
  /** The source of the record, and its position in the source's columns. */
  readonly source: string;
  readonly row: number;
  readonly metOn: Day;
  readonly reason: Labels;
}

/** A rule, or several about one source: where a cadre (by index) meets them on a day. */
export type TalkCheck = (evidence: Evidence, cadre: number, day: Day, policy: Policy) => RuleMet[];

/** A source's columns, and the positions of one cadre's rows in them. */
export function rowsOfCadre(
  evidence: Evidence,
  source: Source,
  cadre: number,
): { readonly rows: Columns; readonly positions: readonly number[] } {
  const { rows, from, to } = rowsOf(evidence, source);
  const first = from[cadre];
  return {
    rows,
    positions: Array.from({ length: to[cadre] - first }, (_, at) => first + at),
  };
}
