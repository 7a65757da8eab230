import { personInScope } from '../platform/access/person-in-scope.sql.js';

/** What is known now; `t` is the table's alias. */
export const knownNow = (t: string) =>
  `${t}.superseded_at IS NULL AND ${t}.withdrawn_reason IS NULL`;

/**
 * Joins `person` to a cadre's internal number (SQL): `staff_no`, `name`, and the unit of the day `$1`
 * as `unit_code` and `unit_name`, with its place in the tree as `unit_enter`: the covering posting's,
 * else the register's.
 */
export const joinPerson = (cadreId: string): string => `
  CROSS JOIN LATERAL (
    SELECT c.staff_no, c.name, unit.unit_code, unit.name AS unit_name, tree.enter AS unit_enter
    FROM (
      SELECT c.* FROM cadres c WHERE c.cadre_id = ${cadreId} AND ${knownNow('c')}
      ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1
    ) c
    LEFT JOIN LATERAL (
      SELECT p.unit_code FROM postings p
      WHERE p.cadre_id = c.cadre_id AND ${knownNow('p')}
        AND p.from_on <= $1::date AND (p.to_on IS NULL OR p.to_on > $1::date)
      ORDER BY p.from_on DESC, p.unit_code COLLATE "C" LIMIT 1
    ) posting ON true
    LEFT JOIN LATERAL (
      SELECT u.unit_id, u.unit_code, u.name FROM units u
      WHERE u.unit_code = coalesce(posting.unit_code, c.unit_code) AND ${knownNow('u')}
      ORDER BY u.recorded_at DESC, u.id DESC LIMIT 1
    ) unit ON true
    LEFT JOIN unit_tree tree ON tree.unit_id = unit.unit_id
  ) person`;

/** The first values of every query over `joinPerson`: the day, and whom the caller may see. */
export const inCallersScope = (cadreId: string): string =>
  personInScope(cadreId, { hidden: '$2', enter: '$3', leave: '$4' });
