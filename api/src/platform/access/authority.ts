import type { ClientBase } from 'pg';

/** Any number, the same in every process: held while authority changes, shared while a run is published. */
export const AUTHORITY_LOCK = 7_106_251;

const KNOWN = (t: string) => `${t}.superseded_at IS NULL AND ${t}.withdrawn_reason IS NULL`;

/** The day that authority stands for. */
const DAY = `(SELECT coalesce(placed_on, current_date) FROM commit_clock)`;

const committedBetween = (table: string) => `
  SELECT cadre_id FROM ${table} WHERE recorded_at BETWEEN $1 AND $2
  UNION SELECT cadre_id FROM ${table} WHERE superseded_at BETWEEN $1 AND $2`;

const postedBetween = `
  SELECT p.cadre_id FROM postings p
  WHERE ${KNOWN('p')}
    AND (p.from_on > $1::date AND p.from_on <= $2::date OR p.to_on > $1::date AND p.to_on <= $2::date)`;

/**
 * The unit whose scope each of the chosen is in on a day: the one that manages them, else their own,
 * which is that of the posting that covers the day (of several the latest first day, then the smaller
 * code), else the register's. DESIGN 5 and 8. What was recorded under a number that was merged
 * since is in the scope of the person that it became.
 */
const wanted = (chosenSql: string) => `
  WITH named AS (${chosenSql}), chosen AS (
    SELECT named.cadre_id, coalesce(merged.now_id, named.cadre_id) AS person_id
    FROM (
      SELECT cadre_id FROM named
      UNION SELECT m.cadre_id FROM merges m JOIN named ON m.now_id = named.cadre_id WHERE m.split_at IS NULL
    ) named
    LEFT JOIN merges merged ON merged.cadre_id = named.cadre_id AND merged.split_at IS NULL
  )
  SELECT chosen.cadre_id, (
    SELECT u.unit_id FROM units u
    WHERE u.unit_code = coalesce(c.managed_by, posting.unit_code, c.unit_code) AND ${KNOWN('u')}
    ORDER BY u.recorded_at DESC, u.id DESC LIMIT 1
  ) AS unit_id
  FROM chosen
  LEFT JOIN LATERAL (
    SELECT * FROM cadres c WHERE c.cadre_id = chosen.person_id AND ${KNOWN('c')}
    ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1
  ) c ON true
  LEFT JOIN LATERAL (
    SELECT p.unit_code FROM postings p
    WHERE c.cadre_id IS NOT NULL AND p.cadre_id = chosen.person_id AND ${KNOWN('p')}
      AND p.from_on <= ${DAY} AND (p.to_on IS NULL OR p.to_on > ${DAY})
    ORDER BY p.from_on DESC, p.unit_code COLLATE "C", p.post COLLATE "C" LIMIT 1
  ) posting ON true`;

/** Writes what has changed, into published runs too, so that nothing is read by old authority. */
const kept = (wantedSql: string, at: string) => `
  WITH wanted AS (${wantedSql}),
  changed AS (
    SELECT wanted.cadre_id, wanted.unit_id, tree.enter, known.cadre_id IS NOT NULL AS was_known
    FROM wanted
    LEFT JOIN authority known USING (cadre_id)
    LEFT JOIN unit_tree tree ON tree.unit_id = wanted.unit_id
    WHERE known.cadre_id IS NULL OR known.unit_id IS DISTINCT FROM wanted.unit_id
  ), kept AS (
    INSERT INTO authority (cadre_id, unit_id, changed_at)
    SELECT cadre_id, unit_id, ${at} FROM changed
    ON CONFLICT (cadre_id) DO UPDATE SET unit_id = excluded.unit_id, changed_at = excluded.changed_at
  ), runs AS (
    SELECT unnest(ARRAY[base_id, follow_ups_base_id]) AS id FROM scoring_runs
    WHERE pruned_at IS NULL AND status = 'published' GROUP BY 1
  ), scores_moved AS (
    UPDATE scores s SET scope_unit_id = changed.unit_id, scope_enter = changed.enter
    FROM changed, runs
    WHERE changed.was_known AND s.run_id = runs.id AND s.cadre_id = changed.cadre_id
  ), follow_ups_moved AS (
    UPDATE follow_ups f SET scope_unit_id = changed.unit_id, scope_enter = changed.enter
    FROM changed, runs
    WHERE changed.was_known AND f.run_id = runs.id AND f.cadre_id = changed.cadre_id
  )
  SELECT count(*) AS changed FROM changed`;

/** Works out anew whose scope they are in whose place was committed from one instant to another, within the commit's transaction. */
export async function refreshAuthority(
  client: ClientBase,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [AUTHORITY_LOCK]);
  const chosen = `${committedBetween('cadres')} UNION ${committedBetween('postings')}`;
  await client.query(kept(wanted(chosen), '$2::timestamptz'), [from, to]);
}

/**
 * Lets authority stand for another day: whoever's posting began or ended since is in another scope,
 * without any commit. Answers whether that was so for anybody. Needs the commit lock, taken at `at`.
 */
export async function moveAuthority(
  client: ClientBase,
  today: string,
  at: string,
): Promise<boolean> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [AUTHORITY_LOCK]);
  const { rows } = await client.query<{ before: string | null }>(
    'SELECT placed_on::text AS before FROM commit_clock',
  );
  const before = rows[0]?.before ?? 'infinity';
  await client.query('UPDATE commit_clock SET placed_on = $1', [today]);
  // A clock that was set back moves people back, too.
  const days = before < today ? [before, today] : [today, before];
  const values = before === 'infinity' ? ['-infinity', 'infinity', at] : [...days, at];
  const moved = await client.query<{ changed: number }>(
    kept(wanted(`SELECT DISTINCT cadre_id FROM (${postedBetween}) posted`), '$3::timestamptz'),
    values,
  );
  return Number(moved.rows[0]?.changed ?? 0) > 0;
}
