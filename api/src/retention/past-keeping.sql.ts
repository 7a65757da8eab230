import { followUpsOfRun } from '../scoring/published-follow-ups.service.js';
import type { Removable } from './removable.js';

/** SQL that is true of a record `r` of the person `c` that something under way still needs; `$2` is the run of today. */
function needed({ kind, table, datedBy, ref, ofCase }: Removable): string {
  const open = `${followUpsOfRun('f', '$2')} AND f.cadre_id = r.cadre_id AND f.source = '${kind}' AND f.state <> 'closed'`;
  const parts = [
    `EXISTS (SELECT FROM follow_ups f WHERE ${open} AND f.ref = ${ref})`,
    // What is asked for from the last record on would otherwise be asked for from another day.
    `(EXISTS (SELECT FROM follow_ups f WHERE ${open}) AND NOT EXISTS (
       SELECT FROM ${table} later WHERE later.cadre_id = r.cadre_id AND later.superseded_at IS NULL
         AND ${datedBy.replaceAll('r.', 'later.')} > ${datedBy}))`,
    `EXISTS (SELECT FROM replies p
       WHERE p.cadre_id = r.cadre_id AND p.kind = 'contest' AND p.answered_on IS NULL
         AND p.superseded_at IS NULL AND p.withdrawn_reason IS NULL
         AND (p.about_source IS NULL OR p.about_source = '${kind}'))`,
  ];
  if (ofCase) {
    parts.push(`EXISTS (SELECT FROM appointment_case a
      WHERE a.case_no = r.case_no AND a.superseded_at IS NULL AND a.withdrawn_reason IS NULL
        AND a.decision IS NULL)`);
  }
  return `(${parts.join(' OR ')})`;
}

/**
 * SQL for the records whose every version is dated before `$1`: their identity, whose they are by
 * now (`cadre_id`), how many versions, dates, when first recorded, and whether something under way
 * (in the run `$2`) still needs them.
 */
export function pastKeeping(removable: Removable): string {
  const { table, datedBy, identity } = removable;
  const names = identity.join(', ');
  return `
    WITH old AS (
      SELECT ${names}, count(*) AS row_count, min(${datedBy}) AS from_on, max(${datedBy}) AS to_on,
        min(r.recorded_at) AS recorded_from
      FROM ${table} r GROUP BY ${names}
      HAVING max(coalesce(${datedBy}, 'infinity'::date)) < $1::date
    ), latest AS (
      SELECT DISTINCT ON (${names}) r.*, old.row_count, old.from_on, old.to_on, old.recorded_from
      FROM ${table} r JOIN old USING (${names})
      ORDER BY ${names}, r.recorded_at DESC, r.id DESC
    )
    SELECT ${identity.map((name) => `r.${name}`).join(', ')}, r.cadre_id, r.row_count, r.from_on, r.to_on,
      r.recorded_from, ${needed(removable)} AS needed
    FROM latest r
    LEFT JOIN LATERAL (
      SELECT staff_no FROM cadres WHERE cadre_id = r.cadre_id
      ORDER BY superseded_at DESC NULLS FIRST LIMIT 1
    ) c ON true`;
}
