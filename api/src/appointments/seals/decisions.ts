import { rfc3339 } from '../../platform/instants.js';
import type { CaseRow } from '../cases/case-file.js';

/** When what was decided of a case became known, and until when what came in counts as known then. */
export interface KnownDecision {
  readonly caseNo: string;
  readonly knownUntil: string;
}

/**
 * Until when knowledge counts for the decisions of some cases (`$1` case numbers, `$2` cadres, `$3`
 * days, `$4` decisions, `$5` the time zone): the end of the day of the decision. Of a decision that
 * was recorded later nothing can have been known here on its day; then it is the end of the day on
 * which it was recorded, so that a history which comes in at once is judged by what comes with it.
 * What was recorded under a number that was merged since counts as recorded under the one that stayed.
 */
export const knownUntilQuery = `
  SELECT a.case_no AS "caseNo", ${rfc3339(
    `((greatest(a.decided_on, (min(a.recorded_at) AT TIME ZONE $5::text)::date) + 1)::timestamp
       AT TIME ZONE $5::text - interval '1 microsecond')`,
  )} AS "knownUntil"
  FROM appointment_case a
  LEFT JOIN merges m ON m.cadre_id = a.cadre_id AND m.split_at IS NULL
  JOIN unnest($1::text[], $2::bigint[], $3::date[], $4::text[])
    AS decided (case_no, cadre_id, decided_on, decision)
    ON decided.case_no = a.case_no AND decided.cadre_id IN (a.cadre_id, m.now_id)
      AND decided.decided_on = a.decided_on AND decided.decision = a.decision
  WHERE a.withdrawn_reason IS NULL
  GROUP BY a.case_no, decided.cadre_id, a.decided_on, a.decision`;

/** The values of `knownUntilQuery` for these cases. */
export const decisionsOf = (rows: readonly CaseRow[], timeZone: string): unknown[] => [
  rows.map(({ caseNo }) => caseNo),
  rows.map(({ cadreId }) => cadreId),
  rows.map(({ decidedOn }) => decidedOn),
  rows.map(({ decision }) => decision),
  timeZone,
];

/** Whether a case is decided by a day (`YYYY-MM-DD`). */
export const isDecidedBy = ({ decidedOn, decision }: CaseRow, day: string): boolean =>
  decidedOn !== null && decision !== null && decidedOn <= day;
