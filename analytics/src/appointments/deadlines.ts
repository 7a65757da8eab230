import { cadreColumns } from '../evidence/cadre-columns.js';
import { type AppointmentCase, casesByCadre } from '../evidence/cases.js';
import type { Evidence, SourceRows } from '../evidence/evidence.js';
import { type Day, NO_DAY } from '../fields/day.js';
import type { WorkingCalendar } from '../fields/working-days.js';
import { type FollowUp, visitFollowUps } from '../follow-ups/follow-ups.js';
import type { FollowUpKind } from '../follow-ups/kinds.js';
import type { Policy } from '../policy/schema.js';
import type { Source } from '../source.js';
import { sources } from '../sources/index.js';
import { recordRef, TableBuilder } from '../table/table-builder.js';
import type { GateKind, RecordsByKind } from './facts/facts-of.js';

/** What an appointment case asks of the office, in the order of the reviews. */
export const caseFollowUpKinds = [
  'headcount-review',
  'file-review',
  'joint-review',
  'inspection-notice',
  'probation-review',
] as const satisfies readonly FollowUpKind[];

export type CaseFollowUpKind = (typeof caseFollowUpKinds)[number];

const isOfCase = (kind: FollowUpKind): kind is CaseFollowUpKind =>
  (caseFollowUpKinds as readonly string[]).includes(kind);

const asking: readonly Source[] = sources.filter(({ key }) =>
  [
    'headcount-review',
    'file-review',
    'joint-review-reply',
    'inspection-notice',
    'debriefing-score',
  ].includes(key),
);

/** A case with its records. */
export interface CaseWithRecords {
  readonly about: AppointmentCase;
  readonly records: RecordsByKind;
}

/** A deadline of a case, as the follow-ups have it. */
export interface CaseDeadline
  extends Pick<FollowUp, 'dueOn' | 'closedOn' | 'state' | 'daysOverdue'> {
  readonly kind: CaseFollowUpKind;
}

/**
 * The follow-ups of each case as of a day, by due day: the very obligations of the sources, asked
 * about these cases alone.
 */
export function caseDeadlines(
  cases: readonly CaseWithRecords[],
  day: Day,
  policy: Policy,
  calendar?: WorkingCalendar,
): CaseDeadline[][] {
  const found: CaseDeadline[][] = cases.map(() => []);
  const all = Array.from(cases, (_, at) => at);
  visitFollowUps(
    { ...evidenceOf(cases), calendar },
    all,
    day,
    policy,
    (one) => {
      const { cadre, kind, ref, dueOn, closedOn, state, daysOverdue } = one;
      if (!isOfCase(kind) || ref !== cases[cadre]?.about.caseNo) return;
      found[cadre]?.push({ kind, dueOn, closedOn, state, daysOverdue });
    },
    asking,
  );
  return found.map((deadlines) => deadlines.sort((a, b) => a.dueOn - b.dueOn));
}

/** Each case as if it were a cadre of its own, so that obligations come case by case. */
function evidenceOf(cases: readonly CaseWithRecords[]): Evidence {
  const nobody = { unitCode: null, post: null, rank: null, head: null };
  const cadres = cases.map((_, at) => ({
    // Columns are in the order of staff numbers.
    staffNo: String(at).padStart(9, '0'),
    ...nobody,
    appointedOn: NO_DAY,
    leftOn: NO_DAY,
  }));
  const rows: Record<string, SourceRows> = {};
  for (const source of asking) {
    const builder = new TableBuilder(source);
    cases.forEach(({ records }, at) => {
      for (const cells of records[source.key as GateKind] ?? []) {
        builder.append(at, recordRef(source, cells), 'upload', cells);
      }
    });
    rows[source.key] = builder.build(cases.length);
  }
  return {
    cadres: cadreColumns(cadres, []),
    sources: rows,
    cases: casesByCadre(cases.map(({ about }, at) => ({ cadre: at, ...about }))),
  };
}
