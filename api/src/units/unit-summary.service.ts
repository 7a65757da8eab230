import { Injectable } from '@nestjs/common';
import { type Scope, seesPeople } from '../platform/access/scope.js';
import { monthEndsBefore, yearBefore } from '../platform/calendar.js';
import type { RowsFile } from '../platform/http/send-rows.js';
import { type KindCount, PublishedScoresService } from '../scoring/published-scores.service.js';
import { DistributionService } from '../scoring/rankings/distribution.service.js';
import { RunsService } from '../scoring/runs.service.js';
import { LeaderSummaryService } from './leader-summary.service.js';
import { summaryColumns } from './summary-columns.js';
import { answered, nobody } from './tally.js';
import { type CountedUnit, UnitTalliesService } from './unit-tallies.service.js';
import type {
  SummariesAnswer,
  SummariesQuery,
  SummaryAnswer,
  SummaryQuery,
  SummaryRow,
  UnitsAnswer,
  UnitsQuery,
} from './units.dto.js';
import { openOn, UnitsService } from './units.service.js';

/** What the service takes and gives, for features that ask it on their own. */
export { type SummaryRow, summariesQuery } from './units.dto.js';

/**
 * How units stand as of a day (today where not given): counts and means over whole subtrees, never
 * names. Whoever doesn't read about people by name gets the counts of leaders.
 */
@Injectable()
export class UnitSummaryService {
  constructor(
    private readonly units: UnitsService,
    private readonly tallies: UnitTalliesService,
    private readonly runs: RunsService,
    private readonly scores: PublishedScoresService,
    private readonly distributions: DistributionService,
    private readonly leaders: LeaderSummaryService,
  ) {}

  /** The tree with how many people are in service in each subtree. */
  async list(scope: Scope, query: UnitsQuery): Promise<UnitsAnswer> {
    if (!seesPeople(scope)) return this.leaders.list(scope, query);
    const { asOf } = query;
    const run = await this.runs.ensureRun(asOf);
    const counted = await this.tallies.count(run.runId, scope, await this.units.tree(scope));
    const open = new Set(openOn(counted, run.asOf));
    const shown = counted.filter((unit) => open.has(unit) || answered(unit.tally).cadreCount !== 0);
    const rows = shown.map(({ code, name, parentCode, depth, closedOn, tally }) => ({
      ...{ code, name, parentCode, depth, closedOn },
      cadreCount: answered(tally).cadreCount,
    }));
    return { ...run, rows };
  }

  /** One row for each unit of a subtree, or of everything in scope. 404 for a unit that is not in scope. */
  async summaries(scope: Scope, query: SummariesQuery): Promise<SummariesAnswer> {
    if (!seesPeople(scope)) return this.leaders.summaries(scope, query);
    const { asOf, unit: top } = query;
    const run = await this.runs.ensureRun(asOf);
    const units = await this.units.subtree(scope, top);
    const counted = await this.tallies.count(run.runId, scope, units);
    const rows = counted.map(({ code, name, parentCode, depth, tally }) => ({
      ...{ code, name, parentCode, depth },
      ...answered(tally),
      overdueCount: tally.overdueCount,
    }));
    return { ...run, rows };
  }

  /** The same rows as a file. */
  async file(scope: Scope, query: SummariesQuery): Promise<RowsFile<SummaryRow>> {
    const { rows, ...run } = await this.summaries(scope, query);
    return { name: 'unit-summaries', columns: summaryColumns, pages: onePage(rows), run };
  }

  /** A unit in full. 404 where there is none in scope. */
  async summarise(scope: Scope, code: string, query: SummaryQuery): Promise<SummaryAnswer> {
    if (!seesPeople(scope)) return this.leaders.summarise(scope, code, query);
    const { asOf, months } = query;
    const units = await this.units.subtree(scope, code);
    const run = await this.runs.ensureRun(asOf);
    const [unit, ...below] = await this.tallies.count(run.runId, scope, units);
    if (!unit) throw new Error(`the subtree of ${code} is empty`);
    const then = [...monthEndsBefore(run.asOf, months), yearBefore(run.asOf)];
    const past = await this.runs.aggregate(then, unit, scope);
    const days = past.map((day) => ({ asOf: day.asOf, ...answered(day) }));
    const kinds = await this.scores.kinds(run.runId, scope, unit, Number(run.asOf.slice(0, 4)));
    const distribution = await this.distributions.of(run.runId, unit, scope);
    return {
      ...{ code: unit.code, name: unit.name, parentCode: unit.parentCode },
      closedOn: unit.closedOn,
      movedSince: await this.units.movedSince(scope, unit, run.asOf),
      ...run,
      ...answered(unit.tally),
      histogram: distribution.histogram.map(({ from, to, count }) => ({ from, to, count })),
      trend: [...days.slice(0, -1), { asOf: run.asOf, ...answered(unit.tally) }],
      yearBefore: days.at(-1) ?? { asOf: yearBefore(run.asOf), ...answered(nobody) },
      overdue: overdueOf(kinds),
      completion: Object.fromEntries(
        kinds.filter(({ due }) => due > 0).map(({ kind, due, closed }) => [kind, { due, closed }]),
      ),
      children: below.filter((child) => child.depth === unit.depth + 1).map(childOf),
    };
  }
}

async function* onePage<R>(rows: readonly R[]): AsyncGenerator<readonly R[]> {
  yield rows;
}

const overdueOf = (kinds: readonly KindCount[]) =>
  Object.fromEntries(
    kinds.filter(({ overdue }) => overdue > 0).map(({ kind, overdue }) => [kind, overdue]),
  );

const childOf = ({ code, name, tally }: CountedUnit) => ({
  ...{ code, name },
  ...answered(tally),
  overdueCount: tally.overdueCount,
});
