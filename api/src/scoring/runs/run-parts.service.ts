import { Injectable } from '@nestjs/common';
import { currentScope } from '../../platform/access/current-scope.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { keepTo } from './keep-to.js';
import { KeptPositions, type PartOfRun } from './kept-positions.service.js';
import { rowsOfRun } from './rows-of-run.js';
import { type PartWindow, RunPlacesService } from './run-places.service.js';
import { changesOf } from './standings.sql.js';

/** What has happened to people since a run was made; internal numbers. */
interface Since {
  readonly moved: number[];
  readonly erased: number[];
  /** Where those stand whom the caller doesn't see. */
  readonly positions: number[];
}

/** Of so many people who have changed scopes since a run was made, counting its rows is the shorter way. */
const MANY_MOVED = 2000;
const SINCE = changesOf(MANY_MOVED + 1);

/**
 * Parts of published rankings, from the positions that are kept with a run for each unit. Row security
 * keeps callers to the units of their scope; the people whom they never see, of whom it knows nothing
 * here, are taken off by their places, and so is whoever has passed into another scope since, and is
 * counted where the rows, under both guards, have them now.
 */
@Injectable()
export class RunPartsService {
  constructor(
    private readonly database: Database,
    private readonly product: ProductDatabase,
    private readonly places: RunPlacesService,
    private readonly kept: KeptPositions,
  ) {}

  /** So many of a part in order of position, after the first `offset`; undefined where only the rows can tell. */
  async window(part: PartOfRun, offset: number, limit: number): Promise<PartWindow | undefined> {
    const { runId, scope } = part;
    const present = currentScope();
    if (scope.only !== undefined || present.only !== undefined) return undefined;
    const unseen = new Set([...scope.hidden, ...present.hidden]);
    // Neither needs what the other finds. Whoever is hidden moves the window on by one: so many more are mostly enough.
    const [{ kept, standings }, changes] = await Promise.all([
      this.#published(part, offset, limit + unseen.size),
      this.#changes(part, unseen),
    ]);
    if (!changes) return undefined;
    const { places, hidden, came, gone } = changes;
    const positions = kept.changed(
      gone,
      came.flatMap((id) => (hidden.has(id) ? [] : (places.get(id)?.position ?? []))),
    );
    const wanted = positions.slice(offset, limit);
    const known = new Map(standings.map((standing) => [standing.position, standing]));
    const others = wanted.filter((position) => !known.has(position));
    for (const standing of await this.places.standingsAt(runId, others)) {
      known.set(standing.position, standing);
    }
    return {
      standings: wanted.flatMap((position) => known.get(position) ?? []),
      total: positions.count,
    };
  }

  /** The positions that a part was published with, and who stands at so many of them. */
  async #published(part: PartOfRun, offset: number, limit: number) {
    const kept = await this.kept.of(part);
    const standings = await this.places.standingsAt(part.runId, kept.slice(offset, limit));
    return { kept, standings };
  }

  /** Whom the kept positions of a run put elsewhere than they belong by now; undefined where they are very many. */
  async #changes({ runId, unit, scope }: PartOfRun, unseen: ReadonlySet<number>) {
    const { moved, erased, positions } = await this.#since(runId, [...unseen]);
    if (moved.length > MANY_MOVED) return undefined;
    const others = [...new Set([...erased, ...moved])].filter((id) => !unseen.has(id));
    const [came, places] = await Promise.all([
      this.#amongRows({ runId, unit, scope }, moved),
      this.places.of(runId, others),
    ]);
    const hidden = new Set([...unseen, ...erased]);
    const gone = [...positions, ...[...places.values()].map(({ position }) => position)];
    return { hidden, came, places, gone };
  }

  async #since(runId: number, unseen: readonly number[]): Promise<Since> {
    const [found] = await this.product.prepared<Since & Record<string, unknown>>(SINCE, [
      runId,
      unseen,
    ]);
    return found ?? { moved: [], erased: [], positions: [] };
  }

  /** Who of these is in the part, as the rows of the run say, by internal number. */
  async #amongRows({ runId, unit, scope }: PartOfRun, ids: readonly number[]): Promise<number[]> {
    if (ids.length === 0) return [];
    const conditions = new Conditions();
    conditions.add(rowsOfRun('s', conditions.parameter(runId))).add('s.ranked');
    conditions.add(`s.cadre_id = ANY (${conditions.parameter(ids)}::bigint[])`);
    const { where, values } = keepTo(conditions, unit, scope);
    const rows = await this.database.query<{ id: number }>(
      `SELECT s.cadre_id AS id FROM scores s ${where}`,
      values,
    );
    return rows.map(({ id }) => id);
  }
}
