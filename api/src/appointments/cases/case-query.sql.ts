import { gateKinds, type RecordKind, recordKinds } from '@probity/analytics';

/** Which versions count, `t` being the table's alias: what is known now, or was at an instant (SQL). */
export const known = (t: string, instant: string | undefined): string =>
  instant === undefined
    ? `${t}.superseded_at IS NULL AND ${t}.withdrawn_reason IS NULL`
    : `${t}.recorded_at <= ${instant} AND ${t}.withdrawn_reason IS NULL
       AND (${t}.superseded_at IS NULL OR ${t}.superseded_at > ${instant})`;

/** Of several systems' rows of a case the one that came last, with the candidate; `a` and `c` are the aliases. */
export const casesQuery = (where: string, instant: string | undefined): string => `
  SELECT a.*, c.staff_no AS "staffNo", c.name, c.left_on AS "leftOn", unit.name AS "unitName"
  FROM (
    SELECT DISTINCT ON (a.case_no) a.cadre_id AS "cadreId", a.case_no AS "caseNo",
      a.list_no AS "listNo", a.kind, a.unit_code AS "unitCode", a.post, a.post_code AS "postCode",
      a.rank, a.opened_on AS "openedOn", a.decided_on AS "decidedOn", a.decision
    FROM appointment_case a WHERE ${known('a', instant)}
    ORDER BY a.case_no, a.recorded_at DESC, a.id DESC
  ) a
  CROSS JOIN LATERAL (
    SELECT c.staff_no, c.name, c.left_on FROM cadres c
    WHERE c.cadre_id = a."cadreId" AND ${known('c', instant)}
    ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1
  ) c
  LEFT JOIN LATERAL (
    SELECT u.name FROM units u WHERE u.unit_code = a."unitCode" AND ${known('u', instant)}
    ORDER BY u.recorded_at DESC, u.id DESC LIMIT 1
  ) unit ON true
  ${where}
  ORDER BY a."caseNo" COLLATE "C"`;

/** The kind of record with this key. Throws a RangeError where there is none. */
export function kindOf(key: string): RecordKind {
  const kind = recordKinds.find((one) => one.key === key);
  if (!kind) throw new RangeError(`there is no kind of record ${key}`);
  return kind;
}

/** Whether records of a kind belong to a case: they carry its number. */
export const isOfCase = ({ fields }: RecordKind): boolean => 'case_no' in fields;

/** The records of a kind that some cadres (`$1`) have; where they belong to a case, of some cases (`$2`). */
export function recordsQuery(kind: RecordKind, instant: string | undefined): string {
  const columns = Object.entries(kind.fields)
    .filter(([, field]) => field.references !== 'cadre')
    .map(([name]) => `r."${name}"`);
  const ofCases = isOfCase(kind) ? 'r.case_no = ANY ($2::text[])' : '$2::text[] IS NOT NULL';
  return `SELECT r.cadre_id AS "cadreId", r.source_system AS system, ${columns.join(', ')}
    FROM ${kind.key.replaceAll('-', '_')} r
    WHERE r.cadre_id = ANY ($1::bigint[]) AND ${ofCases} AND ${known('r', instant)}
    ORDER BY r.cadre_id, r.record_key COLLATE "C", r.source_system COLLATE "C"`;
}

/** The tables of the records that the gate looks at. */
export const gateTables: readonly string[] = gateKinds.map((key) => key.replaceAll('-', '_'));
