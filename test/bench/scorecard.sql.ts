/**
 * The scorecard of the four first sources for DuckDB, as one of its users would write it: totals
 * in millipoints and positions of all cadres as of `day` (days since 1970-01-01). `bump` is added to
 * the cap of opinions, to ask for another policy.
 */
export const scorecardSql = (day: number, cadreCount: number): string => `
WITH
opinion AS (
  SELECT cadre, rating, given_on,
    CASE WHEN verified_on <= ${day} THEN verification END AS outcome,
    floor(
      CASE respondent WHEN 'leading_group' THEN 1.2 WHEN 'subordinate' THEN 1.1 WHEN 'peer' THEN 1.0
        WHEN 'work_object' THEN 0.9 WHEN 'service_object' THEN 0.9 ELSE 0.8 END::DOUBLE
      * CASE channel WHEN 'signed' THEN 0.5 WHEN 'anonymous' THEN 0.0 ELSE 1.0 END::DOUBLE
      * (floor(pow(2.0, -(${day} - given_on) / 540.0) * 16777216 + 0.5) / 16777216)
      * 16777216 + 0.5) / 16777216 * coalesce(ballot_count, 1) AS weight,
    floor(pow(2.0, -(${day} - given_on) / 540.0) * 16777216 + 0.5) / 16777216 AS decayed
  FROM inspection_opinion WHERE given_on <= ${day}
),
weighed AS (
  SELECT cadre, rating, decayed,
    coalesce(outcome = 'substantiated' AND rating < 0, false) AS substantiated,
    CASE WHEN outcome = 'unsubstantiated' OR (outcome = 'substantiated' AND rating < 0) THEN 0.0
      ELSE weight END AS w
  FROM opinion
),
sums AS (SELECT cadre, sum(w) AS total_weight FROM weighed GROUP BY cadre),
opinions AS (
  SELECT cadre,
    greatest(0, least(20000,
      greatest(0, sum(CASE WHEN substantiated THEN 0
        ELSE floor(1000 * (20.0 * w * (-rating / 2.0) / (total_weight + 5)) + 0.5) END))
      + sum(CASE WHEN substantiated
        THEN floor(1000 * (3.0 * (-rating / 2.0) * decayed) + 0.5) ELSE 0 END))) AS points
  FROM weighed JOIN sums USING (cadre) GROUP BY cadre
),
debriefing_years AS (
  SELECT cadre, year, score, grade,
    row_number() OVER (PARTITION BY cadre, year ORDER BY held_on DESC) AS of_year
  FROM debriefing_score WHERE held_on <= ${day} AND held_on > ${day} - 1461
),
debriefing_ranks AS (
  SELECT *, row_number() OVER (PARTITION BY cadre ORDER BY year DESC) AS latest
  FROM debriefing_years WHERE of_year = 1
),
debriefings AS (
  SELECT cadre, greatest(0, least(15000, sum(floor(1000 * (
    CASE latest WHEN 1 THEN 1.0 WHEN 2 THEN 0.6 ELSE 0.3 END::DOUBLE
    * (CASE grade WHEN 'basically_competent' THEN 6.0 WHEN 'incompetent' THEN 12.0 ELSE 0.0 END::DOUBLE
      + 0.1::DOUBLE * greatest(0.0, 70 - score))) + 0.5)))) AS points
  FROM debriefing_ranks WHERE latest <= 3 GROUP BY cadre
),
finding AS (
  SELECT cadre, ref, audit_no, phase,
    CASE WHEN responsibility = 'none' THEN 0.0 ELSE
      CASE severity WHEN 1 THEN 1.0 WHEN 2 THEN 3.0 WHEN 3 THEN 6.0 WHEN 4 THEN 12.0 ELSE 0.0 END END::DOUBLE AS p,
    CASE WHEN rectified_on <= ${day} THEN rectified_on END AS rectified,
    CASE WHEN return_visited_on <= ${day} THEN return_visit_result END AS visit,
    CASE WHEN re_rectified_on <= ${day} THEN re_rectified_on END AS again,
    return_visited_on + 30 AS again_by, coalesce(rectify_by, found_on + 90) AS first_by
  FROM audit_finding WHERE found_on <= ${day}
),
finding_x AS (
  SELECT cadre, ref, audit_no,
    CASE WHEN rectified IS NULL OR (visit = 'not_rectified' AND again IS NULL)
      THEN p * (1 + least(0.5, 0.005 * CASE WHEN phase = 'in_term'
        THEN greatest(0, ${day} - CASE WHEN visit = 'not_rectified' THEN again_by ELSE first_by END) ELSE 0 END)::DOUBLE)
      ELSE CASE WHEN visit = 'verified' THEN 0.5 ELSE 0.75 END::DOUBLE * p
        * (floor(pow(2.0, -(${day} - CASE WHEN visit = 'not_rectified' THEN again ELSE rectified END) / 730.0) * 16777216 + 0.5) / 16777216)
    END AS x
  FROM finding
),
finding_ranks AS (
  SELECT cadre, x, row_number() OVER (PARTITION BY cadre, audit_no ORDER BY x DESC, ref) AS nth
  FROM finding_x
),
audits AS (
  SELECT cadre, greatest(0, least(30000,
    sum(floor(1000 * CASE WHEN nth <= 3 THEN x ELSE 0.1::DOUBLE * x END + 0.5)))) AS points
  FROM finding_ranks GROUP BY cadre
),
report AS (
  SELECT cadre, due_on, CASE WHEN submitted_on <= ${day} THEN submitted_on END AS submitted,
    CASE WHEN checked_on > ${day} THEN 0.0
      WHEN check_result = 'omitted' THEN 4.0 WHEN check_result = 'concealed' THEN 12.0 ELSE 0.0 END::DOUBLE AS checked,
    coalesce(checked_on, due_on) AS check_day
  FROM personal_matter_report WHERE due_on <= ${day}
),
reports AS (
  SELECT cadre, greatest(0, least(15000, sum(floor(1000 * (
    least(5.0, 0.05::DOUBLE * greatest(0, coalesce(submitted, ${day}) - due_on))
      * CASE WHEN submitted IS NULL THEN 1.0
        ELSE floor(pow(2.0, -(${day} - submitted) / 730.0) * 16777216 + 0.5) / 16777216 END
    + CASE WHEN checked = 0 THEN 0.0 ELSE
      checked * (floor(pow(2.0, -(${day} - check_day) / 730.0) * 16777216 + 0.5) / 16777216) END) + 0.5)))) AS points
  FROM report GROUP BY cadre
),
totals AS (
  SELECT everyone.cadre,
    coalesce(o.points, 0) + coalesce(d.points, 0) + coalesce(a.points, 0) + coalesce(r.points, 0) AS total,
    coalesce(a.points, 0) AS audit
  FROM range(${cadreCount}) everyone(cadre)
  LEFT JOIN opinions o USING (cadre) LEFT JOIN debriefings d USING (cadre)
  LEFT JOIN audits a USING (cadre) LEFT JOIN reports r USING (cadre)
)
SELECT cadre::INTEGER AS cadre, total::INTEGER AS total,
  (row_number() OVER (ORDER BY total DESC, audit DESC, cadre))::INTEGER AS position
FROM totals`;
