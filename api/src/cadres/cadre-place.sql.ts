/** What is known now; `t` is the table's alias. */
export const knownNow = (t: string) =>
  `${t}.superseded_at IS NULL AND ${t}.withdrawn_reason IS NULL`;

/** Where several systems have somebody in their registers, the row `c` that came last is the one that counts. */
export const latestOfCadre = `${knownNow('c')} AND NOT EXISTS (
  SELECT FROM cadres later
  WHERE later.cadre_id = c.cadre_id AND ${knownNow('later')}
    AND (later.recorded_at, later.id) > (c.recorded_at, c.id)
)`;

/** The unit of a code, as a lateral subquery with `unit_id` and `name`. */
export const unitOf = (code: string) => `(
  SELECT u.unit_id, u.name
  FROM units u
  WHERE u.unit_code = ${code} AND ${knownNow('u')}
  ORDER BY u.recorded_at DESC, u.id DESC
  LIMIT 1
)`;

/**
 * The cadres `c` whose rows are `hit` (`cadre_id`, `id`), with their place on the day `$1`: `place`
 * is the posting that covers it (of several the latest first day, then the smaller unit code), else
 * the register; `scope_tree` is where in the unit tree authority over them lies. `$2` and `$3` bound
 * the caller's scope in pre-order numbers, null for no bounds; `$4` are those whom the caller never sees.
 */
export const placedCadres = `
  JOIN cadres c ON c.cadre_id = hit.cadre_id AND c.id = hit.id
  LEFT JOIN LATERAL (
    SELECT p.unit_code, p.post, p.rank, p.head
    FROM postings p
    WHERE p.cadre_id = c.cadre_id AND ${knownNow('p')}
      AND p.from_on <= $1::date AND (p.to_on IS NULL OR p.to_on > $1::date)
    ORDER BY p.from_on DESC, p.unit_code COLLATE "C", p.post COLLATE "C"
    LIMIT 1
  ) posting ON true
  CROSS JOIN LATERAL (
    SELECT
      CASE WHEN posting.unit_code IS NULL THEN c.unit_code ELSE posting.unit_code END AS unit_code,
      coalesce(posting.post, c.post) AS post,
      CASE WHEN posting.unit_code IS NULL THEN c.rank ELSE posting.rank END AS rank,
      coalesce(CASE WHEN posting.unit_code IS NULL THEN c.head ELSE posting.head END, false) AS head
  ) place
  LEFT JOIN LATERAL ${unitOf('place.unit_code')} own_unit ON true
  LEFT JOIN LATERAL ${unitOf('c.managed_by')} managing_unit ON true
  LEFT JOIN authority ON authority.cadre_id = c.cadre_id
  LEFT JOIN unit_tree scope_tree ON scope_tree.unit_id = authority.unit_id
  WHERE ($2::int IS NULL OR scope_tree.enter BETWEEN $2 AND $3)
    AND c.cadre_id <> ALL ($4::bigint[])`;

/** The columns of a person as lists show them. */
export const foundColumns = `
  c.cadre_id AS "cadreId", c.staff_no AS "staffNo", c.name,
  place.unit_code AS "unitCode", own_unit.name AS "unitName", place.post,
  (c.appointed_on IS NULL OR c.appointed_on <= $1::date)
    AND (c.left_on IS NULL OR c.left_on > $1::date) AS "inService"`;
