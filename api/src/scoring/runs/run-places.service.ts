import { Injectable } from '@nestjs/common';
import { ProductDatabase } from '../../platform/database/product-database.js';
import {
  PLACE_BYTES,
  PLACES_IN_A_CHUNK,
  POSITIONS_IN_A_CHUNK,
  STANDING_BYTES,
} from '../publish/lines/write-places.js';
import { PLACES, STANDINGS, STRETCH } from './standings.sql.js';

/** Where somebody stands among everyone who is ranked in a run. */
export interface Place {
  /** 1, 2, 3, ... */
  readonly position: number;
  /** As position, with ties of the total shared (1, 1, 3). */
  readonly rank: number;
}

/** Who stands at a place, by internal number. */
export interface Standing extends Place {
  readonly cadreId: number;
}

/** Finds somebody's place; undefined for those not ranked. */
export type FindPlace = (cadreId: number) => Place | undefined;

/** Some of a part of a ranking, in order of position, and how many the part has. */
export interface PartWindow {
  readonly standings: readonly Standing[];
  readonly total: number;
}

/** What stands at a position, out of bytes of `run_order`; undefined where nothing does. */
function standingAt(bytes: Buffer, start: number, position: number): Standing | undefined {
  if (start + STANDING_BYTES > bytes.length) return undefined;
  return { cadreId: bytes.readUInt32BE(start), position, rank: bytes.readUInt32BE(start + 4) };
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
    const rows = await this.database.prepared<{
      id: number;
      position: number;
      standing: Buffer | null;
    }>(PLACES, [runId, cadreIds]);
    return new Map(
      rows.flatMap(({ id, position: at, standing }) => {
        const found = standing && standingAt(standing, 0, at);
        return found ? [[id, found] as const] : [];
      }),
    );
  }

  /** Everyone's places, for lists of very many; some bytes a person. */
  async all(runId: number): Promise<FindPlace> {
    const [places, standings] = await Promise.all([
      this.#chunks('run_places', 'places', runId),
      this.#chunks('run_order', 'standings', runId),
    ]);
    return (cadreId) => {
      const chunk = places.get(Math.floor(cadreId / PLACES_IN_A_CHUNK));
      const start = (cadreId % PLACES_IN_A_CHUNK) * PLACE_BYTES;
      const at = chunk && start < chunk.length ? chunk.readUInt32BE(start) : 0;
      if (at === 0) return undefined;
      const order = standings.get(Math.floor((at - 1) / POSITIONS_IN_A_CHUNK));
      return order && standingAt(order, ((at - 1) % POSITIONS_IN_A_CHUNK) * STANDING_BYTES, at);
    };
  }

  /**
   * So many of everyone but a hidden few and those erased since, in order of position, after the first
   * `offset` of them; and how many they all are.
   */
  async window(
    runId: number,
    hidden: readonly number[],
    offset: number,
    limit: number,
  ): Promise<PartWindow> {
    // Whoever is hidden at or before the window moves it on by one: so many more are enough.
    const { standings, count, erased, unseen } = await this.#stretch(runId, hidden, offset, limit);
    const left = new Set(hidden);
    if (erased.some((id) => !left.has(id))) {
      return this.window(runId, [...new Set([...hidden, ...erased])], offset, limit);
    }
    const skipped = unseen
      .sort((one, other) => one - other)
      .reduce((sum, position) => (position <= offset + sum + 1 ? sum + 1 : sum), 0);
    const found = standings.filter(
      ({ position, cadreId }) => position > offset + skipped && !left.has(cadreId),
    );
    return { standings: found.slice(0, limit), total: count - unseen.length };
  }

  /** Who stands at these positions, in their order. */
  async standingsAt(runId: number, positions: readonly number[]): Promise<Standing[]> {
    if (positions.length === 0) return [];
    const rows = await this.database.prepared<{ position: number; standing: Buffer | null }>(
      STANDINGS,
      [runId, positions],
    );
    return rows.flatMap(
      ({ position: at, standing }) => (standing && standingAt(standing, 0, at)) ?? [],
    );
  }

  async #chunks(
    table: 'run_places' | 'run_order',
    column: 'places' | 'standings',
    runId: number,
  ): Promise<ReadonlyMap<number, Buffer>> {
    const rows = await this.database.query<{ chunk: number; bytes: Buffer }>(
      `SELECT chunk, ${column} AS bytes FROM ${table} WHERE run_id = $1`,
      [runId],
    );
    return new Map(rows.map(({ chunk, bytes }) => [chunk, bytes]));
  }

  /**
   * Who stands at so many positions after the first `offset`, and at as many more as people are hidden; how many
   * positions there are, who was erased since, and the positions of those who are hidden.
   */
  async #stretch(runId: number, hidden: readonly number[], offset: number, limit: number) {
    const length = limit + hidden.length;
    const first = Math.floor(offset / POSITIONS_IN_A_CHUNK);
    const last = Math.floor((offset + length - 1) / POSITIONS_IN_A_CHUNK);
    const rows = await this.database.prepared<{
      count: number;
      erased: number[];
      positions: number[];
      standings: Buffer | null;
    }>(STRETCH, [runId, first, last, hidden]);
    const bytes = Buffer.concat(rows.flatMap(({ standings }) => standings ?? []));
    const before = first * POSITIONS_IN_A_CHUNK;
    const standings: Standing[] = [];
    for (let at = offset; at < offset + length; at++) {
      const found = standingAt(bytes, (at - before) * STANDING_BYTES, at + 1);
      if (found) standings.push(found);
    }
    const [{ count, erased, positions: unseen } = { count: 0, erased: [], positions: [] }] = rows;
    return { standings, count, erased, unseen };
  }
}
