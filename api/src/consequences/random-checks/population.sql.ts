import { knownNow } from '../placed-people.sql.js';

/** The calendar year that a report's period names, as columns have it; null where it names none. */
export const yearOfPeriod = (period: string): string =>
  `(regexp_match(${period}, '^\\s*(\\d{4})\\s*年?度?\\s*$'))[1]::int`;

/**
 * Who had a lot in a draw of the year `$2` already, by the number that stands for them today, with the
 * first of these draws.
 */
const hadLots = `
  SELECT coalesce(m.now_id, p.cadre_id) AS cadre_id, min(k.id) AS "checkId"
  FROM random_checks k JOIN random_check_people p ON p.check_id = k.id AND p.place IS NOT NULL
  LEFT JOIN merges m ON m.cadre_id = p.cadre_id AND m.split_at IS NULL
  WHERE k.year = $2::int GROUP BY 1`;

/**
 * Whom a draw is made from: everybody in service on the day `$1` whose annual report of the year `$2`
 * is there, within the part of the tree from `$3` to `$4` (null: everywhere). Of those who had a lot
 * before, `checkId` names the draw: they have no second one.
 */
export const populationQuery = `
  SELECT c.cadre_id AS "cadreId", c.staff_no AS "staffNo", before."checkId" FROM (
    SELECT DISTINCT ON (c.cadre_id) c.* FROM cadres c WHERE ${knownNow('c')}
    ORDER BY c.cadre_id, c.recorded_at DESC, c.id DESC
  ) c
  LEFT JOIN (${hadLots}) before USING (cadre_id)
  WHERE (c.appointed_on IS NULL OR c.appointed_on <= $1::date)
    AND (c.left_on IS NULL OR c.left_on > $1::date)
    AND ($3::int IS NULL OR c.cadre_id IN (
      SELECT a.cadre_id FROM authority a JOIN unit_tree tree USING (unit_id)
      WHERE tree.enter BETWEEN $3 AND $4))
    AND EXISTS (
      SELECT FROM personal_matter_report r WHERE r.cadre_id = c.cadre_id AND ${knownNow('r')}
        AND r.kind = 'annual' AND ${yearOfPeriod('r.period')} = $2::int)`;

/**
 * Who is up for promotion and belongs to a draw without its lot: whoever had a case open on the day
 * of the draw, or opened within `$1` days after it. Of a person and year one draw, that of their lot
 * before others, by the earliest case, and since when.
 */
export const promotedQuery = `
  SELECT DISTINCT ON (k.year, a.cadre_id) k.id AS "checkId", a.cadre_id AS "cadreId",
    a.case_no AS "caseNo", greatest(a.opened_on, k.drawn_on) AS "agreedOn",
    (SELECT c.staff_no FROM cadres c WHERE c.cadre_id = a.cadre_id AND ${knownNow('c')}
     ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1) AS "staffNo"
  FROM random_checks k
  LEFT JOIN unit_tree top ON top.unit_id = k.unit_id
  JOIN appointment_case a ON ${knownNow('a')} AND coalesce(a.kind, 'promotion') = 'promotion'
    AND a.opened_on <= k.drawn_on + $1::int AND a.opened_on <= $2::date
    AND (a.decided_on IS NULL OR a.decided_on >= k.drawn_on)
  LEFT JOIN random_check_people lot ON lot.check_id = k.id AND lot.cadre_id = a.cadre_id
  WHERE (k.unit_id IS NULL OR EXISTS (
      SELECT FROM authority au JOIN unit_tree tree USING (unit_id)
      WHERE au.cadre_id = a.cadre_id AND tree.enter BETWEEN top.enter AND top.leave))
    AND NOT EXISTS (
      SELECT FROM random_check_people p JOIN random_checks other ON other.id = p.check_id
      WHERE other.year = k.year AND p.cadre_id = a.cadre_id AND p.case_no IS NOT NULL)
  ORDER BY k.year, a.cadre_id, lot.place NULLS LAST, k.id, a.opened_on, a.case_no COLLATE "C"`;
