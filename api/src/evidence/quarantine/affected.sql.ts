import type { PoolClient } from 'pg';
import { personInScope, scopeValues } from '../../platform/access/person-in-scope.sql.js';
import type { Scope } from '../../platform/access/scope.js';

/**
 * SQL for the people whom a quarantined row `q` names, as `cadre_id`s: by our number, a merged one or
 * its office's, and the one whose case or alias it changes. A person can come up more than once.
 */
export const named = (q: string) => `
  SELECT x.cadre_id FROM cadre_aliases x
  WHERE x.system = ${q}.source_system AND x.identifier = ${q}.content ->> 'staff_no' AND x.superseded_at IS NULL
  UNION ALL
  SELECT c.cadre_id FROM cadres c
  WHERE c.staff_no = ${q}.content ->> 'staff_no' AND c.superseded_at IS NULL
  UNION ALL
  SELECT m.now_id FROM merges m WHERE m.staff_no = ${q}.content ->> 'staff_no' AND m.split_at IS NULL
  UNION ALL
  SELECT a.cadre_id FROM appointment_case a
  WHERE a.case_no = ${q}.content ->> 'case_no' AND a.superseded_at IS NULL
    AND (${q}.kind = 'appointment-case' OR NOT ${q}.content ? 'staff_no')
  UNION ALL
  SELECT x.cadre_id FROM cadre_aliases x
  WHERE ${q}.kind = 'cadre-aliases' AND x.system = ${q}.content ->> 'system'
    AND x.identifier = ${q}.content ->> 'identifier' AND x.superseded_at IS NULL`;

/** SQL for the people whom the release of a quarantined row `q` would touch: those it names, and for a unit everybody below it. */
const affected = (q: string) => `${named(q)}
  UNION ALL
  SELECT below.cadre_id FROM units u
  JOIN unit_tree top USING (unit_id)
  JOIN unit_tree tree ON tree.enter BETWEEN top.enter AND top.leave
  JOIN authority below ON below.unit_id = tree.unit_id
  WHERE ${q}.kind = 'units' AND u.unit_code = ${q}.content ->> 'unit_code' AND u.superseded_at IS NULL`;

/**
 * SQL that is true of a row `q` that a second person may look at: it is about nobody hidden from them
 * or outside of their part of the tree, given by the values `hidden`, `enter` and `leave`. Whoever
 * has a part of the tree only doesn't see rows that are about nobody known.
 */
export const rowInScope = (q: string, hidden: string, enter: string, leave: string) => `(
  (${enter}::int IS NULL OR EXISTS (SELECT FROM (${affected(q)}) a))
  AND NOT EXISTS (
    SELECT FROM (${affected(q)}) a
    WHERE NOT ${personInScope('a.cadre_id', { hidden, enter, leave })}))`;

/** What a release would touch. */
export interface Touched {
  /** Whether anybody's published score is among it. */
  readonly published: boolean;
  /** Whether all of it is the caller's to look at; see `rowInScope`. */
  readonly inScope: boolean;
  /** Whether the caller, or somebody they are recused from, is among it. */
  readonly own: boolean;
}

/** Finds out what the release of a row would touch, and whether that is for the caller to decide. */
export async function touchedBy(client: PoolClient, id: number, scope: Scope): Promise<Touched> {
  const { rows } = await client.query<Touched>(
    `SELECT EXISTS (
         SELECT FROM (${affected('q')}) a JOIN scores s ON s.cadre_id = a.cadre_id
         JOIN scoring_runs r ON r.id = s.run_id AND r.status = 'published'
       ) AS published,
       EXISTS (SELECT FROM (${affected('q')}) a WHERE a.cadre_id = ANY ($2::bigint[])) AS own,
       ${rowInScope('q', '$2', '$3', '$4')} AS "inScope"
     FROM quarantine q WHERE q.id = $1`,
    [id, ...scopeValues(scope)],
  );
  return rows[0] ?? { published: false, inScope: false, own: false };
}
