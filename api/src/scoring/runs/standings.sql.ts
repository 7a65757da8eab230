import {
  PLACE_BYTES,
  PLACES_IN_A_CHUNK,
  POSITIONS_IN_A_CHUNK,
  STANDING_BYTES,
} from '../publish/lines/write-places.js';
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

/** SQL for the positions (`p.at`) of people (`ids` is SQL for their internal numbers, which are `u.id`) in a run ($1). */
const positionsOf = (ids: string): string => `
  unnest(${ids}::bigint[]) u(id), LATERAL (
    SELECT ('x' || encode(substring(p.places FROM ${person.byte} FOR ${PLACE_BYTES}), 'hex'))::bit(32)::int AS at
    FROM run_places p WHERE p.run_id = $1 AND p.chunk = ${person.chunk}
    OFFSET 0) p
  WHERE p.at > 0`;

/** The places of people ($2, internal numbers) in a run ($1). */
export const PLACES = `
  SELECT u.id, p.at AS position, ${STANDING} AS standing FROM ${positionsOf('$2')}`;

/** Who stands at some positions ($2) of a run ($1), in their order. */
export const STANDINGS = `
  SELECT p.at AS position, ${STANDING} AS standing
  FROM unnest($2::int[]) WITH ORDINALITY p(at, nth) ORDER BY p.nth`;

/** The positions of people ($2, internal numbers) in a run ($1), who has moved since it was made (so many at most), and who was erased. */
export const changesOf = (most: number): string => `
  SELECT ARRAY(SELECT a.cadre_id FROM authority a WHERE a.changed_at > r.known_at LIMIT ${most}) AS moved,
    ARRAY(${erasedSince('r')}) AS erased, ARRAY(SELECT p.at FROM ${positionsOf('$2')}) AS positions
  FROM scoring_runs r WHERE r.id = $1`;

/** The chunks $2 to $3 of a run's order ($1), how many positions it has, who was erased since, and the positions of people ($4). */
export const STRETCH = `
  SELECT r.cadre_count AS count, ARRAY(${erasedSince('r')}) AS erased,
    ARRAY(SELECT p.at FROM ${positionsOf('$4')}) AS positions, o.standings
  FROM scoring_runs r
  LEFT JOIN run_order o ON o.run_id = r.id AND o.chunk BETWEEN $2 AND $3
  WHERE r.id = $1 ORDER BY o.chunk`;
