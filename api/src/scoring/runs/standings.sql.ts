import {
  PLACE_BYTES,
  PLACES_IN_A_CHUNK,
  POSITIONS_IN_A_CHUNK,
  STANDING_BYTES,
} from '../publish/write-places.js';
import { erasedSince } from './rows-of-run.js';

/** Where a number counted from 0 lies: in which chunk, and from which byte on (SQL counts from 1). */
const inChunk = (at: string, chunk: number, bytes: number) => ({
  chunk: `(${at}) / ${chunk}`,
  byte: `((${at}) % ${chunk} * ${bytes})::int + 1`,
});

const person = inChunk('u.id', PLACES_IN_A_CHUNK, PLACE_BYTES);
const position = inChunk('p.at - 1', POSITIONS_IN_A_CHUNK, STANDING_BYTES);

// One by one: of a run of this moment the planner knows nothing, and would read all of it.
const STANDING = `(SELECT substring(o.standings FROM ${position.byte} FOR ${STANDING_BYTES})
  FROM run_order o WHERE o.run_id = $1 AND o.chunk = ${position.chunk})`;

/** The places of people ($2, internal numbers) in a run ($1). */
export const PLACES = `
  SELECT u.id, p.at AS position, ${STANDING} AS standing
  FROM unnest($2::bigint[]) u(id), LATERAL (
    SELECT ('x' || encode(substring(p.places FROM ${person.byte} FOR ${PLACE_BYTES}), 'hex'))::bit(32)::int AS at
    FROM run_places p WHERE p.run_id = $1 AND p.chunk = ${person.chunk}
    OFFSET 0) p
  WHERE p.at > 0`;

/** Who stands at some positions ($2) of a run ($1), in their order. */
export const STANDINGS = `
  SELECT p.at AS position, ${STANDING} AS standing
  FROM unnest($2::int[]) WITH ORDINALITY p(at, nth) ORDER BY p.nth`;

/** The chunks $2 to $3 of a run's order ($1), how many positions it has, and who was erased since. */
export const STRETCH = `
  SELECT r.cadre_count AS count, ARRAY(${erasedSince('r')}) AS erased, o.standings
  FROM scoring_runs r
  LEFT JOIN run_order o ON o.run_id = r.id AND o.chunk BETWEEN $2 AND $3
  WHERE r.id = $1 ORDER BY o.chunk`;
