import { Injectable } from '@nestjs/common';
import type { Language } from '@probity/analytics';
import type { Scope } from '../../platform/access/scope.js';
import { cursorPages } from '../../platform/database/cursor-pages.js';
import { Database } from '../../platform/database/database.js';
import { USUAL_ROWS } from '../../platform/http/parameters.js';
import type { RunInUse } from '../../platform/http/run-in-use.js';
import type { RowsFile } from '../../platform/http/send-rows.js';
import { UnitTreeService } from '../load/unit-tree.service.js';
import { type FindPlace, RunPlacesService } from '../runs/run-places.service.js';
import { RunsService } from '../runs.service.js';
import { MainReasonsService } from './main-reasons.service.js';
import { rankingColumns, rankingRowOf } from './ranking-row.js';
import { type RankingSelection, rankingStatement, type ScoreRow } from './ranking-statement.js';
import { RankingWindowsService } from './ranking-windows.service.js';
import type { RankingRow, RankingsAnswer, RankingsQuery } from './rankings.dto.js';

/** What the service takes and gives, for features that ask it on their own. */
export { type RankingRow, rankingsQuery } from './rankings.dto.js';

interface Prepared {
  readonly run: RunInUse;
  readonly selection: RankingSelection;
}

/** Where people stand, and where they stood in the run that is compared with. */
interface Places {
  readonly now: FindPlace;
  readonly before: FindPlace;
}

const nowhere: FindPlace = () => undefined;

/** Who comes first, and what has changed: read from a published run. */
@Injectable()
export class RankingsService {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsService,
    private readonly units: UnitTreeService,
    private readonly reasons: MainReasonsService,
    private readonly places: RunPlacesService,
    private readonly windows: RankingWindowsService,
  ) {}

  /** One page of a ranking. Throws a 404 problem for a unit that the caller may not see. */
  async page(query: RankingsQuery, scope: Scope, language: Language): Promise<RankingsAnswer> {
    const { run, selection } = await this.#prepare(query, scope);
    const limit = query.limit ?? USUAL_ROWS;
    const { total, found, placeOf } = await this.windows.of(selection, query.offset, limit);
    const places = { now: placeOf, before: await this.#placesBefore(selection, found) };
    return { ...run, total, rows: await this.#rowsOf(found, run, selection, places, language) };
  }

  /** A ranking as a file: every row unless a limit is given, read only as fast as it is taken. */
  async file(
    query: RankingsQuery,
    scope: Scope,
    language: Language,
  ): Promise<RowsFile<RankingRow>> {
    const { run, selection } = await this.#prepare(query, scope);
    return {
      name: 'rankings',
      columns: rankingColumns(selection.compareRunId !== undefined, query.include === 'reason'),
      pages: this.#pages(query, run, selection, language),
      run,
    };
  }

  async *#pages(
    query: RankingsQuery,
    run: RunInUse,
    selection: RankingSelection,
    language: Language,
  ): AsyncGenerator<RankingRow[], void, undefined> {
    const { values, rows } = rankingStatement(selection);
    const part = rows(query.offset, query.limit);
    const now = await this.places.all(selection.runId);
    const before = selection.compareRunId && (await this.places.all(selection.compareRunId));
    const places = { now, before: before || nowhere };
    for await (const page of cursorPages<ScoreRow>(this.database, part, values)) {
      yield await this.#rowsOf(page, run, selection, places, language);
    }
  }

  async #placesBefore(
    { compareRunId }: RankingSelection,
    found: readonly ScoreRow[],
  ): Promise<FindPlace> {
    if (compareRunId === undefined) return nowhere;
    const ids = found.map((row) => row.cadre_id);
    const before = await this.places.of(compareRunId, ids);
    return (id) => before.get(id);
  }

  async #prepare(query: RankingsQuery, scope: Scope): Promise<Prepared> {
    const { asOf, unit, compareTo, ...rest } = query;
    const [unitInterval, run, before] = await Promise.all([
      this.units.interval(unit, scope),
      this.runs.ensureRun(asOf),
      compareTo === undefined ? undefined : this.runs.ensureRun(compareTo),
    ]);
    const selection = {
      ...rest,
      runId: run.runId,
      asOf: run.asOf,
      compareRunId: before?.runId,
      unitInterval,
      scope,
    };
    return { run, selection };
  }

  async #rowsOf(
    found: readonly ScoreRow[],
    run: RunInUse,
    selection: RankingSelection,
    places: Places,
    language: Language,
  ): Promise<RankingRow[]> {
    const compared = selection.compareRunId !== undefined;
    const rows = found.map((row) => {
      const place = places.now(row.cadre_id);
      if (!place) throw new Error(`run ${run.runId} has no places any more`);
      return rankingRowOf(row, place, compared, places.before(row.cadre_id));
    });
    if (selection.include !== 'reason') return rows;
    const ids = found.map((row) => row.cadre_id);
    const reasons = await this.reasons.of(ids, run, language);
    return rows.map((row, at) => ({ ...row, mainReason: reasons.get(ids[at] ?? 0) ?? null }));
  }
}
