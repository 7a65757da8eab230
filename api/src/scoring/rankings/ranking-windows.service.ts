import { Injectable } from '@nestjs/common';
import { currentScope } from '../../platform/access/current-scope.js';
import { Database } from '../../platform/database/database.js';
import { RunPartsService } from '../runs/run-parts.service.js';
import { type FindPlace, type PartWindow, RunPlacesService } from '../runs/run-places.service.js';
import {
  extentOf,
  type RankingSelection,
  rankingStatement,
  type ScoreRow,
} from './ranking-statement.js';

/** Some rows of a ranking in their order with their places, and how many it has in all. */
export interface RankingWindow {
  readonly total: number;
  readonly found: readonly ScoreRow[];
  readonly placeOf: FindPlace;
}

/**
 * Windows of rankings. Where units alone decide, who is in one stands written with the run, however far
 * down it is, and so does how many there are; what other conditions decide is counted row by row.
 */
@Injectable()
export class RankingWindowsService {
  constructor(
    private readonly database: Database,
    private readonly places: RunPlacesService,
    private readonly parts: RunPartsService,
  ) {}

  /** So many rows after the first `offset`, in the caller's scope. */
  async of(selection: RankingSelection, offset: number, limit: number): Promise<RankingWindow> {
    // Places are read as the product, past row security: so the scope of the work is asked as well as the predicates'.
    const extents = [selection.scope, currentScope()].map((scope) =>
      extentOf({ ...selection, scope }),
    );
    if (extents.every((extent) => extent === 'everyone')) {
      return this.#peoplesWindow(selection, await this.#everyone(selection, offset, limit));
    }
    const part = extents.includes('conditions')
      ? undefined
      : await this.parts.window(
          { runId: selection.runId, unit: selection.unitInterval, scope: selection.scope },
          offset,
          limit,
        );
    return part
      ? this.#peoplesWindow(selection, part)
      : this.#countedWindow(selection, offset, limit);
  }

  /** A window that some condition of its own decides. */
  async #countedWindow(
    selection: RankingSelection,
    offset: number,
    limit: number,
  ): Promise<RankingWindow> {
    const { values, rows, total } = rankingStatement(selection);
    const counted = await this.database.snapshot(async (client) => {
      const count = await client.query<{ total: number }>(total, values);
      const found = await client.query<ScoreRow>(rows(offset, limit), values);
      return { total: count.rows[0]?.total ?? 0, found: found.rows };
    });
    const ids = counted.found.map((row) => row.cadre_id);
    const places = await this.places.of(selection.runId, ids);
    return { ...counted, placeOf: (id) => places.get(id) };
  }

  #everyone(selection: RankingSelection, offset: number, limit: number): Promise<PartWindow> {
    const hidden = [...new Set([...selection.scope.hidden, ...currentScope().hidden])];
    return this.places.window(selection.runId, hidden, offset, limit);
  }

  /** A window of those who stand written with the run, however far down they are. */
  async #peoplesWindow(
    selection: RankingSelection,
    { standings, total }: PartWindow,
  ): Promise<RankingWindow> {
    const places = new Map(standings.map((standing) => [standing.cadreId, standing]));
    const { values, rows } = rankingStatement({ ...selection, people: [...places.keys()] });
    const found = await this.database.prepared<ScoreRow>(rows(0, undefined), values);
    return { total, found, placeOf: (id) => places.get(id) };
  }
}
