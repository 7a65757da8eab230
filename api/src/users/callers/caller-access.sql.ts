/** Whether an account is an administrator who has enrolled, so that nothing stands in for one any more. */
export const enrolledAdministrator = (a: string) =>
  `(${a}.disabled_at IS NULL AND 'administrator' = ANY(${a}.roles)
    AND (${a}.password_hash IS NOT NULL OR ${a}.oidc_subject IS NOT NULL))`;

/** Whether any administrator has enrolled. */
export const anyoneEnrolled = `EXISTS (SELECT FROM accounts e WHERE ${enrolledAdministrator('e')})`;

const current = (t: string) => `${t}.superseded_at IS NULL AND ${t}.withdrawn_reason IS NULL`;

/** The subtree of a unit by its code, as a lateral join `place (enter, leave)`; no row where there is no such unit now. */
export const placeOf = (code: string, place: string) => `
  LEFT JOIN LATERAL (
    SELECT t.enter, t.leave FROM units u JOIN unit_tree t USING (unit_id)
    WHERE u.unit_code = ${code} AND ${current('u')} LIMIT 1
  ) ${place} ON true`;

/**
 * The cadres whom an account never sees: the person it belongs to and those it is recused from, each
 * under all of their numbers. An office's number may itself have been registered by that office.
 */
const hiddenFrom = (a: string) => `
  ARRAY(
    WITH meant AS (
      SELECT c.cadre_id FROM cadres c
      WHERE c.staff_no = ${a}.staff_no
        OR c.staff_no IN (SELECT r.staff_no FROM recusals r WHERE r.account_id = ${a}.id)
    )
    SELECT cadre_id FROM meant
    UNION
    SELECT c.cadre_id FROM cadre_aliases x
    JOIN cadres c ON c.staff_no = x.identifier AND c.source_system = x.system
    WHERE ${current('x')} AND x.cadre_id IN (SELECT cadre_id FROM meant)
    UNION
    SELECT x.cadre_id FROM cadres c
    JOIN cadre_aliases x ON x.identifier = c.staff_no AND x.system = c.source_system
    WHERE ${current('x')} AND c.cadre_id IN (SELECT cadre_id FROM meant)
    UNION
    SELECT unnest(ARRAY[m.cadre_id, m.now_id]) FROM merges m
    WHERE m.split_at IS NULL
      AND (m.cadre_id IN (SELECT cadre_id FROM meant) OR m.now_id IN (SELECT cadre_id FROM meant))
  )`;

/** What of an account decides what it may do, as columns; `place` is the join of its unit. */
export const accountColumns = (a: string, place: string) => `
  ${a}.id AS account_id, ${a}.name, ${a}.roles, ${a}.unit_code, ${a}.kinds,
  ${place}.enter, ${place}.leave,
  CASE WHEN ${a}.id IS NULL THEN '{}' ELSE ${hiddenFrom(a)} END AS hidden`;
