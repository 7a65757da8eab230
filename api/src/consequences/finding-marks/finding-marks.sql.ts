import { inCallersScope, joinPerson } from '../placed-people.sql.js';

/** Which versions of `t` count: what is known now, or was at the instant `$7`. */
const known = (t: string) => `${t}.withdrawn_reason IS NULL AND ($7::timestamptz IS NULL
  AND ${t}.superseded_at IS NULL OR ${t}.recorded_at <= $7::timestamptz
  AND (${t}.superseded_at IS NULL OR ${t}.superseded_at > $7::timestamptz))`;

/** Whether a finding was made during a posting, or so soon after it (`$6` days) that it is about it. */
const during = (finding: string, posting: string) => `${finding}.found_on >= ${posting}.from_on
  AND (${posting}.to_on IS NULL OR ${finding}.found_on < ${posting}.to_on + $6::int)`;

/**
 * Whose earlier findings make one of `f` a recurring one: the same person's, and those of whoever
 * held the same post (by its code) before.
 */
const holders = `
  SELECT f.cadre_id
  UNION
  SELECT before.cadre_id FROM postings own
  JOIN postings before ON before.post_code = own.post_code AND before.from_on < own.from_on
    AND before.cadre_id <> own.cadre_id AND ${known('before')}
  WHERE own.cadre_id = f.cadre_id AND own.post_code <> '' AND ${known('own')}
    AND ${during('f', 'own')}`;

/** Whether an earlier finding `e` of somebody else was made about the post that both held. */
const ofThePost = `EXISTS (
  SELECT FROM postings before JOIN postings own ON own.post_code = before.post_code
    AND own.from_on > before.from_on AND own.cadre_id = f.cadre_id AND ${known('own')}
  WHERE before.cadre_id = e.cadre_id AND before.post_code <> '' AND ${known('before')}
    AND ${during('e', 'before')} AND ${during('f', 'own')})`;

/**
 * Findings by the day `$1` in the caller's scope (`$2` to `$4`) that are marked: `earlier` is the
 * latest finding of the same category, by another audit, that was made before them (both of severity
 * `$5` or more), and `failed` whether a return visit found the problem still there. Earlier findings
 * about people whom the caller may not see mark nothing.
 */
export const markedFindings = `audit_finding f
  LEFT JOIN LATERAL (
    SELECT e.cadre_id, e.ref, e.source_system, e.audit_no, e.found_on
    FROM (${holders}) holder JOIN audit_finding e USING (cadre_id)
    WHERE ${known('e')} AND e.category = f.category AND e.severity >= $5::int
      AND e.found_on < f.found_on AND e.audit_no <> f.audit_no
      AND ${inCallersScope('e.cadre_id')}
      AND (e.cadre_id = f.cadre_id OR ${ofThePost})
    ORDER BY e.found_on DESC, e.ref COLLATE "C" LIMIT 1
  ) earlier ON f.severity >= $5::int AND f.category <> ''
  LEFT JOIN LATERAL (
    SELECT c.staff_no, c.name FROM cadres c
    WHERE c.cadre_id = earlier.cadre_id AND c.superseded_at IS NULL AND c.withdrawn_reason IS NULL
    ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1
  ) earlier_person ON true
  CROSS JOIN LATERAL (
    SELECT coalesce(f.return_visit_result = 'not_rectified' AND f.return_visited_on <= $1::date, false)
      AS failed
  ) visit
  ${joinPerson('f.cadre_id')}`;

/** What is true of every marked finding. */
export const isMarked = `${known('f')} AND f.found_on <= $1::date AND ${inCallersScope('f.cadre_id')}
  AND (earlier.ref IS NOT NULL OR visit.failed)`;

/** The columns of a marked finding. */
export const markColumns = `f.cadre_id AS "cadreId", person.staff_no AS "staffNo", person.name,
  person.unit_code AS "unitCode", person.unit_name AS "unitName", f.ref, f.source_system AS system,
  f.audit_no AS "auditNo", f.category, f.severity, f.found_on AS "foundOn",
  CASE WHEN earlier.ref IS NOT NULL THEN json_build_object('staffNo', earlier_person.staff_no,
    'name', earlier_person.name, 'ref', earlier.ref, 'auditNo', earlier.audit_no,
    'foundOn', earlier.found_on, 'samePerson', earlier.cadre_id = f.cadre_id) END AS earlier,
  CASE WHEN visit.failed THEN json_build_object('visitedOn', f.return_visited_on,
    'rectifiedAgainOn', CASE WHEN f.re_rectified_on <= $1::date THEN f.re_rectified_on END) END AS reopened`;
