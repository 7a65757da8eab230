import {
  type AppointmentCase,
  type CaseRow,
  type CasesByCadre,
  casesByCadre,
  NO_DAY,
} from '@probity/analytics';
import type { RawRow, ReadRows } from '../copy/copy-rows.js';
import { days } from './record-query.js';
import type { Register } from './register.js';

/** Reads the appointment cases, one row each: of several systems' rows the latest. */
const casesQuery = (where: string): string =>
  `SELECT DISTINCT ON (case_no) cadre_id, case_no, kind, ${days('opened_on')}, ${days('decided_on')}, decision
    FROM appointment_case WHERE ${where} ORDER BY case_no, recorded_at DESC, id DESC`;

/** Reads the cases of the register's cadres; `where` says which rows (SQL over the table's columns). */
export async function loadCases(
  read: ReadRows,
  { indexOf }: Register,
  where: string,
): Promise<CasesByCadre> {
  const cases: CaseRow[] = [];
  for await (const rows of read(casesQuery(where))) {
    for (const row of rows) {
      const cadre = indexOf.get(Number(row[0]));
      if (cadre !== undefined) cases.push({ cadre, ...caseOf(row) });
    }
  }
  return casesByCadre(cases);
}

function caseOf([, caseNo, kind, openedOn, decidedOn, decision]: RawRow): AppointmentCase {
  return {
    caseNo: String(caseNo),
    kind: (kind ?? null) as AppointmentCase['kind'],
    openedOn: Number(openedOn),
    decidedOn: decidedOn == null ? NO_DAY : Number(decidedOn),
    decision: (decision ?? null) as AppointmentCase['decision'],
  };
}
