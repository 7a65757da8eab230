import { talkSources } from '@probity/analytics';
import { knownNow } from '../placed-people.sql.js';

/** Kinds of record that can make a rule hold or not. */
export const decidingKinds: readonly string[] = [
  ...talkSources.map(({ key }) => key),
  'reminder-talk',
  'cadres',
];

const touched = decidingKinds
  .flatMap((kind) =>
    ['recorded_at', 'superseded_at'].map(
      (column) => `SELECT t.cadre_id FROM ${kind.replaceAll('-', '_')} t
        WHERE t.${column} BETWEEN 
          coalesce((SELECT i.recorded_at FROM imports i WHERE i.id = $4), '-infinity') AND $5::timestamptz`,
    ),
  )
  .join(' UNION ALL ');

/**
 * The people whom a rule may concern on the day `$1`, by what happened in the last `$2` days, and
 * those with an open proposal; `$3` names the people that are asked about, null for everyone, or, where
 * `$4` is an import, for everyone whose deciding records it or what it released changed by the instant
 * `$5`: nothing else was committed in between. Wider than the rules: these decide in analytics.
 */
export const candidatesQuery = `
  SELECT DISTINCT cadre_id AS id FROM (
    SELECT f.cadre_id FROM audit_finding f
    WHERE ${knownNow('f')} AND f.found_on <= $1::date
      AND (f.rectify_by IS NULL OR f.rectify_by BETWEEN $1::date - $2::int AND $1::date)
      AND (f.rectified_on IS NULL OR f.rectified_on > $1::date)
    UNION ALL
    SELECT r.cadre_id FROM personal_matter_report r
    WHERE ${knownNow('r')} AND r.check_result IN ('omitted', 'concealed')
      AND coalesce(r.checked_on, r.due_on) BETWEEN $1::date - $2::int AND $1::date
    UNION ALL
    SELECT d.cadre_id FROM debriefing_score d
    WHERE ${knownNow('d')} AND d.grade IN ('basically_competent', 'incompetent')
      AND d.held_on BETWEEN $1::date - $2::int AND $1::date
    UNION ALL
    SELECT p.cadre_id FROM talk_proposals p WHERE p.superseded_at IS NULL AND p.state = 'open'
  ) candidates
  WHERE ($3::bigint[] IS NULL OR cadre_id = ANY ($3::bigint[]))
    AND ($4::bigint IS NULL OR cadre_id IN (${touched}))
  ORDER BY 1`;

/** The records about which talks were held by the day `$2` with the people `$1`. */
export const talkedAboutQuery = `
  SELECT DISTINCT t.cadre_id AS "cadreId", t.because_of AS ref FROM reminder_talk t
  WHERE t.cadre_id = ANY ($1::bigint[]) AND ${knownNow('t')}
    AND t.because_of IS NOT NULL AND t.held_on <= $2::date`;
