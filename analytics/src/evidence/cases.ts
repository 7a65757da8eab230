import { compareCodePoints } from '../fields/code-points.js';
import { type Day, NO_DAY } from '../fields/day.js';

/** What became of an appointment case. */
export type Decision = 'appointed' | 'withdrawn' | 'rejected';

/** An appointment on its way, as the register has it. */
export interface AppointmentCase {
  readonly caseNo: string;
  /** Null where the register doesn't say. */
  readonly kind: 'promotion' | 'transfer' | null;
  readonly openedOn: Day;
  /** NO_DAY and null while it is not decided. */
  readonly decidedOn: Day;
  readonly decision: Decision | null;
}

/** A case of the cadre with this index. */
export interface CaseRow extends AppointmentCase {
  readonly cadre: number;
}

/** The cases of each cadre by index, by case number; cadres without a case are not there. Plain data, so that threads can share it. */
export type CasesByCadre = ReadonlyMap<number, readonly AppointmentCase[]>;

/** The cases, in whatever order they came. */
export function casesByCadre(rows: readonly CaseRow[]): CasesByCadre {
  const sorted = rows.toSorted((a, b) => compareCodePoints(a.caseNo, b.caseNo));
  const cases = new Map<number, AppointmentCase[]>();
  for (const { cadre, ...one } of sorted) {
    const known = cases.get(cadre);
    if (known) known.push(one);
    else cases.set(cadre, [one]);
  }
  return cases;
}

/** The cases opened by the day, and what was decided by then. */
export function casesAt(cases: readonly AppointmentCase[], day: Day): AppointmentCase[] {
  return cases
    .filter(({ openedOn }) => openedOn <= day)
    .map((one) => (one.decidedOn <= day ? one : { ...one, decidedOn: NO_DAY, decision: null }));
}
