import { Injectable } from '@nestjs/common';
import { ProductDatabase } from '../../platform/database/product-database.js';
import {
  PERSON_BYTES,
  PLACE_BYTES,
  PLACES_IN_A_CHUNK,
  POSITIONS_IN_A_CHUNK,
} from '../publish/write-places.js';
import { erasedSince } from './rows-of-run.js';

/** Where somebody stands among everyone who is ranked in a run. */
export interface Place {
  /** 1, 2, 3, ... */
  readonly position: number;
  /** As position, with ties of the total shared (1, 1, 3). */
  readonly rank: number;
}

/** Finds somebody's place; undefined for those not ranked. */
export type FindPlace = (cadreId: number) => Place | undefined;

/** Reads a place out of bytes; undefined where there is none. */
function placeAt(bytes: Buffer, start: number): Place | undefined {
  if (start + PLACE_BYTES > bytes.length) return undefined;
  const position = bytes.readUInt32BE(start);
  return position === 0 ? undefined : { position, rank: bytes.readUInt32BE(start + 4) };
}

/**
 * Positions and ranks of published runs. They are over everyone, so no caller's role reads them: ask
 * for people only whom the caller was shown.
 */
@Injectable()
export class RunPlacesService {
  constructor(private readonly database: ProductDatabase) {}

  /** The places of some people (by internal number); those not ranked are missing. */
  async of(runId: number, cadreIds: readonly number[]): Promise<ReadonlyMap<number, Place>> {
    if (cadreIds.length === 0) return new Map();
    // One by one: of a run of this moment the planner knows nothing, and would read all of it.
    const rows = await this.database.prepared<{ id: number; place: Buffer | null }>(
      `SELECT u.id, (
         SELECT substring(p.places FROM (u.id % $3::int * $4::int)::int + 1 FOR $4::int)
         FROM run_places p WHERE p.run_id = $1 AND p.chunk = u.id / $3::int) AS place
       FROM unnest($2::bigint[]) u(id)`,
      [runId, cadreIds, PLACES_IN_A_CHUNK, PLACE_BYTES],
    );
    return new Map(
      rows.flatMap(({ id, place }) => {
        const found = place && placeAt(place, 0);
        return found ? [[id, found] as const] : [];
      }),
    );
  }

  /** Everyone's places, for lists of very many; some bytes a person. */
  async all(runId: number): Promise<FindPlace> {
    const rows = await this.database.query<{ chunk: number; places: Buffer }>(
      'SELECT chunk, places FROM run_places WHERE run_id = $1',
      [runId],
    );
    const chunks = new Map(rows.map(({ chunk, places }) => [chunk, places]));
    return (cadreId) => {
      const chunk = chunks.get(Math.floor(cadreId / PLACES_IN_A_CHUNK));
      return chunk && placeAt(chunk, (cadreId % PLACES_IN_A_CHUNK) * PLACE_BYTES);
    };
  }

  /**
   * So many of everyone but a hidden few, in order of position, after the first `offset` of them, by
   * internal number; and how many they all are.
   */
  async window(
    runId: number,
    hidden: readonly number[],
    offset: number,
    limit: number,
  ): Promise<{ readonly people: readonly number[]; readonly total: number }> {
    const [gone, places] = await Promise.all([this.#erasedSince(runId), this.of(runId, hidden)]);
    const left = new Set([...hidden, ...gone]);
    const unseen = [...new Map([...places, ...(await this.of(runId, gone))]).values()]
      .map(({ position }) => position)
      .sort((one, other) => one - other);
    let start = offset;
    for (const position of unseen) if (position <= start + 1) start++;
    const { people: found, count } = await this.#people(runId, start, limit + unseen.length);
    const people = found.filter((id) => !left.has(id)).slice(0, limit);
    return { people, total: count - unseen.length };
  }

  /** Who stands at these positions, by internal number, in their order. */
  async peopleAt(runId: number, positions: readonly number[]): Promise<number[]> {
    if (positions.length === 0) return [];
    const rows = await this.database.prepared<{ person: Buffer | null }>(
      `SELECT (
         SELECT substring(o.people FROM ((p.at - 1) % $3::int * $4::int)::int + 1 FOR $4::int)
         FROM run_order o WHERE o.run_id = $1 AND o.chunk = (p.at - 1) / $3::int) AS person
       FROM unnest($2::int[]) WITH ORDINALITY p(at, nth) ORDER BY p.nth`,
      [runId, positions, POSITIONS_IN_A_CHUNK, PERSON_BYTES],
    );
    return rows.flatMap(({ person }) => (person?.length ? person.readUInt32BE(0) : []));
  }

  /** Who stands at so many positions after the first `offset`, by internal number, and how many positions there are. */
  async #people(
    runId: number,
    offset: number,
    length: number,
  ): Promise<{ readonly people: readonly number[]; readonly count: number }> {
    const first = Math.floor(offset / POSITIONS_IN_A_CHUNK);
    const last = Math.floor((offset + length - 1) / POSITIONS_IN_A_CHUNK);
    const rows = await this.database.query<{ count: number; people: Buffer | null }>(
      `SELECT r.cadre_count AS count, o.people
       FROM scoring_runs r
       LEFT JOIN run_order o ON o.run_id = r.id AND o.chunk BETWEEN $2 AND $3
       WHERE r.id = $1 ORDER BY o.chunk`,
      [runId, first, last],
    );
    const bytes = Buffer.concat(rows.flatMap(({ people }) => people ?? []));
    const start = offset - first * POSITIONS_IN_A_CHUNK;
    const found = Math.max(0, Math.min(length, bytes.length / PERSON_BYTES - start));
    return {
      people: Array.from({ length: found }, (_, at) =>
        bytes.readUInt32BE((start + at) * PERSON_BYTES),
      ),
      count: rows[0]?.count ?? 0,
    };
  }

  /** Who was erased after a run was made. */
  async #erasedSince(runId: number): Promise<number[]> {
    const { ids } = await this.database.one<{ ids: number[] }>(
      `SELECT ARRAY(${erasedSince('r')}) AS ids FROM scoring_runs r WHERE r.id = $1`,
      [runId],
    );
    return ids;
  }
}
