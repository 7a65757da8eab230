const current = (t: string) => `${t}.superseded_at IS NULL AND ${t}.withdrawn_reason IS NULL`;

/**
 * The cadres (`cadre_id`) whom an account (a row of `accounts` by its name in the statement) never sees and never
 * reports on, as a query: the person it belongs to and those it is recused from, each under all of their numbers.
 * An office's number may itself have been registered by that office. Every part is found by an index.
 */
export const peopleHiddenFrom = (account: string): string => `
  WITH meant AS (
    SELECT c.cadre_id FROM cadres c
    WHERE c.staff_no IN (
      SELECT ${account}.staff_no
      UNION ALL SELECT r.staff_no FROM recusals r WHERE r.account_id = ${account}.id)
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
    AND (m.cadre_id IN (SELECT cadre_id FROM meant) OR m.now_id IN (SELECT cadre_id FROM meant))`;
