import { peopleHiddenFrom } from '../../platform/access/hidden-people.sql.js';

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

/** What of an account decides what it may do, as columns; `place` is the join of its unit. */
export const accountColumns = (a: string, place: string) => `
  ${a}.id AS account_id, ${a}.name, ${a}.roles, ${a}.unit_code, ${a}.kinds,
  ${place}.enter, ${place}.leave,
  CASE WHEN ${a}.id IS NULL THEN '{}' ELSE ARRAY(${peopleHiddenFrom(a)}) END AS hidden`;
