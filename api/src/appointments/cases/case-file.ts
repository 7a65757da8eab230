import {
  type AppointmentCase,
  type Cells,
  casesAt,
  dayOf,
  type Facts,
  factsOf,
  type GateKind,
  NO_DAY,
  type WorkingCalendar,
} from '@probity/analytics';

/** An appointment case as the register has it, with its candidate. Days are `YYYY-MM-DD`. */
export interface CaseRow {
  readonly cadreId: number;
  readonly staffNo: string;
  readonly name: string;
  readonly leftOn: string | null;
  readonly caseNo: string;
  readonly listNo: string | null;
  readonly kind: AppointmentCase['kind'];
  readonly unitCode: string;
  readonly unitName: string | null;
  readonly post: string;
  readonly postCode: string | null;
  readonly rank: string;
  readonly openedOn: string;
  readonly decidedOn: string | null;
  readonly decision: AppointmentCase['decision'];
}

/** The records that the gate over a case looks at, by kind; none is left out. */
export type CaseRecords = Readonly<Record<GateKind, readonly Cells[]>>;

/** A case with everything that the gate over it looks at. */
export interface CaseFile extends CaseRow {
  readonly records: CaseRecords;
  readonly facts: Facts;
}

/** A case with its records, read as facts. */
export const caseFile = (
  row: CaseRow,
  records: CaseRecords,
  calendar: WorkingCalendar,
): CaseFile => ({
  ...row,
  records,
  facts: factsOf(records, calendar),
});

/** The case as the gate takes it, whatever day it is asked about. */
export const asCase = (row: CaseRow): AppointmentCase => ({
  caseNo: row.caseNo,
  kind: row.kind,
  openedOn: dayOf(row.openedOn),
  decidedOn: row.decidedOn === null ? NO_DAY : dayOf(row.decidedOn),
  decision: row.decision,
});

/** The case as of a day: what was decided later is not decided yet. Undefined before it was opened. */
export const caseAt = (row: CaseRow, asOf: string): AppointmentCase | undefined =>
  casesAt([asCase(row)], dayOf(asOf))[0];

/** The day that a case is looked at where none is asked for: its decision's once that has come, else today. */
export const usualDay = ({ decidedOn }: CaseRow, today: string): string =>
  decidedOn !== null && decidedOn <= today ? decidedOn : today;

/** Whether the candidate is no longer in service on a day. */
export const hasLeft = ({ leftOn }: CaseRow, asOf: string): boolean =>
  leftOn !== null && leftOn <= asOf;

/** The register's part of a case, whatever else came along. */
export const registered = (row: CaseRow): CaseRow => ({
  cadreId: row.cadreId,
  staffNo: row.staffNo,
  name: row.name,
  leftOn: row.leftOn,
  caseNo: row.caseNo,
  listNo: row.listNo,
  kind: row.kind,
  unitCode: row.unitCode,
  unitName: row.unitName,
  post: row.post,
  postCode: row.postCode,
  rank: row.rank,
  openedOn: row.openedOn,
  decidedOn: row.decidedOn,
  decision: row.decision,
});
