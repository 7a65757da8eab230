import { Injectable } from '@nestjs/common';
import { currentScope } from '../../platform/access/current-scope.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { keepTo } from './keep-to.js';
import { KeptPositions, type PartOfRun } from './kept-positions.service.js';
import type { PositionSet } from './position-set.js';
import { erasedSince, rowsOfRun } from './rows-of-run.js';
import { RunPlacesService } from './run-places.service.js';

/** Who of a part stands where it was asked for, by internal number, and how many the part has. */
export interface PartWindow {
  readonly people: readonly number[];
  readonly total: number;
}

/** What has happened to people since a run was made; internal numbers. */
interface Since {
  readonly moved: number[];
  readonly erased: number[];
}

/** Of so many people who have changed scopes since a run was made, counting its rows is the shorter way. */
const MANY_MOVED = 2000;

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
    const positions = await this.#positionsOf(part);
    if (!positions) return undefined;
    const found = positions.slice(offset, limit);
    return { people: await this.places.peopleAt(part.runId, found), total: positions.count };
  }

  async #positionsOf(part: PartOfRun): Promise<PositionSet | undefined> {
    const { scope } = part;
    const present = currentScope();
    if (scope.only !== undefined || present.only !== undefined) return undefined;
    // Neither needs what the other finds, and the first takes as long as all of the second.
    const [positions, changes] = await Promise.all([
      this.kept.of(part),
      this.#changes(part, new Set([...scope.hidden, ...present.hidden])),
    ]);
    if (!changes) return undefined;
    const { places, hidden, came } = changes;
    for (const { position } of places.values()) positions.remove(position);
    for (const id of came) {
      const place = hidden.has(id) ? undefined : places.get(id);
      if (place) positions.add(place.position);
    }
    return positions;
  }

  /** Whom the kept positions of a run put elsewhere than they belong by now; undefined where they are very many. */
  async #changes({ runId, unit, scope }: PartOfRun, unseen: ReadonlySet<number>) {
    const [{ moved, erased }, ofUnseen] = await Promise.all([
      this.#since(runId),
      this.places.of(runId, [...unseen]),
    ]);
    if (moved.length > MANY_MOVED) return undefined;
    const others = [...new Set([...erased, ...moved])].filter((id) => !unseen.has(id));
    const [came, ofOthers] = await Promise.all([
      this.#amongRows({ runId, unit, scope }, moved),
      this.places.of(runId, others),
    ]);
    const hidden = new Set([...unseen, ...erased]);
    return { hidden, came, places: new Map([...ofUnseen, ...ofOthers]) };
  }

  async #since(runId: number): Promise<Since> {
    return this.product.one<Since & Record<string, unknown>>(
      `SELECT ARRAY(SELECT a.cadre_id FROM authority a WHERE a.changed_at > r.known_at
           LIMIT ${MANY_MOVED + 1}) AS moved,
         ARRAY(${erasedSince('r')}) AS erased
       FROM scoring_runs r WHERE r.id = $1`,
      [runId],
    );
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
