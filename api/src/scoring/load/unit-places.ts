import { createHash } from 'node:crypto';
import type { ReadRows } from '../copy/copy-rows.js';
import { KNOWN_NOW } from './record-query.js';

/** Where each unit stands in the tree: its pre-order number, by code. */
export interface UnitPlaces {
  readonly enterOf: ReadonlyMap<string, number>;
  /** The same by the unit's internal number. */
  readonly enterOfId: ReadonlyMap<number, number>;
  /** Changes whenever the tree does: numbers of another tree mean other units. */
  readonly digest: string;
}

/** Every unit's code and place in pre-order. */
export const unitPlacesQuery = `SELECT u.unit_code, t.enter, t.leave, t.unit_id
  FROM unit_tree t
  JOIN (SELECT DISTINCT ON (unit_id) unit_id, unit_code FROM units
        WHERE ${KNOWN_NOW} ORDER BY unit_id, recorded_at DESC, id DESC) u USING (unit_id)
  ORDER BY t.enter`;

/** As `unitPlacesQuery`, for the one unit with the code `$1`. */
export const placeOfUnit = `SELECT t.enter, t.leave FROM units u JOIN unit_tree t USING (unit_id)
  WHERE u.unit_code = $1 AND u.id = (
    SELECT id FROM units latest WHERE latest.unit_id = u.unit_id AND ${KNOWN_NOW}
    ORDER BY recorded_at DESC, id DESC LIMIT 1)`;

/** Reads the places of all units. */
export async function loadUnitPlaces(read: ReadRows): Promise<UnitPlaces> {
  const enterOf = new Map<string, number>();
  const enterOfId = new Map<number, number>();
  const hash = createHash('sha256');
  for await (const rows of read(unitPlacesQuery)) {
    for (const [code, enter, leave, id] of rows) {
      enterOf.set(String(code), Number(enter));
      enterOfId.set(Number(id), Number(enter));
      hash.update(JSON.stringify([String(code), Number(enter), Number(leave)]));
    }
  }
  return { enterOf, enterOfId, digest: hash.digest('hex') };
}
