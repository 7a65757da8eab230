const day = (on: string) => `DATE '${on}'`;
const exact = (value: string) => `floor((${value}) * 16777216 + 0.5) / 16777216`;
const known = 'superseded_at IS NULL AND withdrawn_reason IS NULL';

/**
 * The scorecard of the four first sources over the record tables of PostgreSQL, in one statement:
 * `cadre` (as the columns count, from 0), `total` in millipoints, `position`, as of a day
 * (`YYYY-MM-DD`). What doubles are is said everywhere: PostgreSQL would take `numeric`.
 */
export function postgresScorecard(on: string): string {
  const at = day(on);
  const decay = (column: string, halfLife: number) =>
    exact(`power(2::float8, -(${at} - ${column}) / ${halfLife}::float8)`);
  return `
WITH
opinion AS (
  SELECT cadre_id, rating,
    CASE WHEN verified_on <= ${at} THEN verification END AS outcome,
    ${exact(`CASE respondent WHEN 'leading_group' THEN 1.2 WHEN 'subordinate' THEN 1.1 WHEN 'peer' THEN 1
        WHEN 'work_object' THEN 0.9 WHEN 'service_object' THEN 0.9 ELSE 0.8 END::float8
      * CASE channel WHEN 'signed' THEN 0.5 WHEN 'anonymous' THEN 0 ELSE 1 END::float8
      * (${decay('given_on', 540)})`)} * coalesce(ballot_count, 1) AS weight,
    ${decay('given_on', 540)} AS decayed
  FROM inspection_opinion WHERE given_on <= ${at} AND ${known}
),
weighed AS (
  SELECT cadre_id, rating, decayed,
    coalesce(outcome = 'substantiated' AND rating < 0, false) AS substantiated,
    CASE WHEN outcome = 'unsubstantiated' OR (outcome = 'substantiated' AND rating < 0) THEN 0::float8
      ELSE weight END AS w
  FROM opinion
),
sums AS (SELECT cadre_id, sum(w) AS total_weight FROM weighed GROUP BY cadre_id),
opinions AS (
  SELECT cadre_id,
    greatest(0, least(20000,
      greatest(0, sum(CASE WHEN substantiated THEN 0
        ELSE floor(1000 * (20::float8 * w * (-rating / 2::float8) / (total_weight + 5)) + 0.5) END))
      + sum(CASE WHEN substantiated
        THEN floor(1000 * (3::float8 * (-rating / 2::float8) * decayed) + 0.5) ELSE 0 END))) AS points
  FROM weighed JOIN sums USING (cadre_id) GROUP BY cadre_id
),
debriefing_years AS (
  SELECT cadre_id, year, score::float8 AS score, grade,
    row_number() OVER (PARTITION BY cadre_id, year ORDER BY held_on DESC) AS of_year
  FROM debriefing_score WHERE held_on <= ${at} AND held_on > ${at} - 1461 AND ${known}
),
debriefing_ranks AS (
  SELECT *, row_number() OVER (PARTITION BY cadre_id ORDER BY year DESC) AS latest
  FROM debriefing_years WHERE of_year = 1
),
debriefings AS (
  SELECT cadre_id, greatest(0, least(15000, sum(floor(1000 * (
    CASE latest WHEN 1 THEN 1 WHEN 2 THEN 0.6 ELSE 0.3 END::float8
    * (CASE grade WHEN 'basically_competent' THEN 6 WHEN 'incompetent' THEN 12 ELSE 0 END::float8
      + 0.1::float8 * greatest(0::float8, 70 - score))) + 0.5)))) AS points
  FROM debriefing_ranks WHERE latest <= 3 GROUP BY cadre_id
),
finding AS (
  SELECT cadre_id, ref, audit_no, phase,
    CASE WHEN responsibility = 'none' THEN 0 ELSE
      CASE severity WHEN 1 THEN 1 WHEN 2 THEN 3 WHEN 3 THEN 6 WHEN 4 THEN 12 ELSE 0 END END::float8 AS p,
    CASE WHEN rectified_on <= ${at} THEN rectified_on END AS rectified,
    CASE WHEN return_visited_on <= ${at} THEN return_visit_result END AS visit,
    CASE WHEN re_rectified_on <= ${at} THEN re_rectified_on END AS again,
    return_visited_on + 30 AS again_by, coalesce(rectify_by, found_on + 90) AS first_by
  FROM audit_finding WHERE found_on <= ${at} AND ${known}
),
finding_x AS (
  SELECT cadre_id, ref, audit_no,
    CASE WHEN rectified IS NULL OR (visit = 'not_rectified' AND again IS NULL)
      THEN p * (1 + least(0.5::float8, 0.005::float8 * CASE WHEN phase = 'in_term'
        THEN greatest(0, ${at} - CASE WHEN visit = 'not_rectified' THEN again_by ELSE first_by END) ELSE 0 END))
      ELSE CASE WHEN visit = 'verified' THEN 0.5 ELSE 0.75 END::float8 * p
        * (${decay(`CASE WHEN visit = 'not_rectified' THEN again ELSE rectified END`, 730)})
    END AS x
  FROM finding
),
finding_ranks AS (
  SELECT cadre_id, x,
    row_number() OVER (PARTITION BY cadre_id, audit_no ORDER BY x DESC, ref COLLATE "C") AS nth
  FROM finding_x
),
audits AS (
  SELECT cadre_id, greatest(0, least(30000,
    sum(floor(1000 * CASE WHEN nth <= 3 THEN x ELSE 0.1::float8 * x END + 0.5)))) AS points
  FROM finding_ranks GROUP BY cadre_id
),
report AS (
  SELECT cadre_id, due_on, CASE WHEN submitted_on <= ${at} THEN submitted_on END AS submitted,
    CASE WHEN checked_on > ${at} THEN 0
      WHEN check_result = 'omitted' THEN 4 WHEN check_result = 'concealed' THEN 12 ELSE 0 END::float8 AS checked,
    coalesce(checked_on, due_on) AS check_day
  FROM personal_matter_report WHERE due_on <= ${at} AND ${known}
),
reports AS (
  SELECT cadre_id, greatest(0, least(15000, sum(floor(1000 * (
    least(5::float8, 0.05::float8 * greatest(0, coalesce(submitted, ${at}) - due_on))
      * CASE WHEN submitted IS NULL THEN 1::float8 ELSE ${decay('submitted', 730)} END
    + CASE WHEN checked = 0 THEN 0::float8 ELSE checked * (${decay('check_day', 730)}) END) + 0.5)))) AS points
  FROM report GROUP BY cadre_id
),
totals AS (
  SELECT everyone.cadre_id, everyone.staff_no,
    coalesce(o.points, 0) + coalesce(d.points, 0) + coalesce(a.points, 0) + coalesce(r.points, 0) AS total,
    coalesce(a.points, 0) AS audit
  FROM cadres everyone
  LEFT JOIN opinions o USING (cadre_id) LEFT JOIN debriefings d USING (cadre_id)
  LEFT JOIN audits a USING (cadre_id) LEFT JOIN reports r USING (cadre_id)
  WHERE everyone.superseded_at IS NULL AND everyone.withdrawn_reason IS NULL
)
SELECT (cadre_id - 1)::int AS cadre, total::int AS total,
  (row_number() OVER (ORDER BY total DESC, audit DESC, staff_no COLLATE "C"))::int AS position
FROM totals`;
}
