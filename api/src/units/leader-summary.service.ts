import { Injectable } from '@nestjs/common';
import type { Scope } from '../platform/access/scope.js';
import { monthEndsBefore, yearBefore } from '../platform/calendar.js';
import {
  type PlacedUnit,
  SmallCellsService,
  type ToldKind,
  type ToldTally,
} from '../scoring/leaders/small-cells.service.js';
import { RunsService } from '../scoring/runs.service.js';
import { withParents } from './placed-units.js';
import type {
  SummariesAnswer,
  SummariesQuery,
  SummaryAnswer,
  SummaryQuery,
  UnitsAnswer,
  UnitsQuery,
} from './units.dto.js';
import { UnitsService } from './units.service.js';

/** How units stand, as far as leaders may know it: small groups hidden, everything else rounded. */
@Injectable()
export class LeaderSummaryService {
  constructor(
    private readonly units: UnitsService,
    private readonly runs: RunsService,
    private readonly cells: SmallCellsService,
  ) {}

  /** The tree with how many people are in service in each subtree. */
  async list(scope: Scope, { asOf }: UnitsQuery): Promise<UnitsAnswer> {
    const run = await this.runs.ensureRun(asOf);
    const tree = await this.units.tree(scope);
    const told = await this.cells.ofRun(run, withParents(tree), scope);
    const rows = tree.map(({ code, name, parentCode, depth, closedOn, enter }) => {
      const { cadreCount } = tallyAt(told, enter);
      const place = { code, name, parentCode, depth, closedOn };
      return { ...place, cadreCount, ...suppressedIf(cadreCount === null) };
    });
    return { ...run, rows };
  }

  /** One row for each unit of a subtree, or of everything in scope. 404 for a unit that is not in scope. */
  async summaries(scope: Scope, { asOf, unit }: SummariesQuery): Promise<SummariesAnswer> {
    const run = await this.runs.ensureRun(asOf);
    const tree = await this.units.tree(scope);
    const wanted = await this.units.subtree(scope, unit);
    const parts = await this.#partsOf(run, withParents(tree), scope);
    const rows = wanted.map(({ code, name, parentCode, depth, enter }) => ({
      ...{ code, name, parentCode, depth },
      ...parts(enter),
    }));
    return { ...run, rows };
  }

  /** A unit in full. 404 where there is none in scope. */
  async summarise(
    scope: Scope,
    code: string,
    { asOf, months }: SummaryQuery,
  ): Promise<SummaryAnswer> {
    const [unit, ...below] = await this.units.subtree(scope, code);
    if (!unit) throw new Error(`the subtree of ${code} is empty`);
    const run = await this.runs.ensureRun(asOf);
    const placed = withParents(await this.units.tree(scope));
    const parts = await this.#partsOf(run, placed, scope);
    const now = parts(unit.enter);
    const then = [...monthEndsBefore(run.asOf, months), yearBefore(run.asOf)];
    const past = await this.cells.ofDays(then, placed, scope);
    const days = past.map((day) => ({
      asOf: day.asOf,
      ...answered(tallyAt(day.told, unit.enter)),
    }));
    const { overdueCount: _, ...people } = now;
    const kinds = await this.cells.kinds(run.runId, unit, scope, Number(run.asOf.slice(0, 4)));
    return {
      ...{ code: unit.code, name: unit.name, parentCode: unit.parentCode },
      closedOn: unit.closedOn,
      movedSince: await this.units.movedSince(scope, unit, run.asOf),
      ...run,
      ...people,
      ...suppressedIf(now.overdueCount === null || now.suppressed === true),
      // Bars of a few points are small nearly everywhere, and their number tells the highest score.
      histogram: [],
      trend: [...days.slice(0, -1), { asOf: run.asOf, ...people }],
      yearBefore: days.at(-1) as (typeof days)[number],
      overdue: overdueOf(kinds),
      completion: completionOf(kinds),
      children: below
        .filter((child) => child.depth === unit.depth + 1)
        .map((child) => ({ code: child.code, name: child.name, ...parts(child.enter) })),
    };
  }

  async #partsOf(
    run: { readonly runId: number; readonly asOf: string },
    placed: readonly PlacedUnit[],
    scope: Scope,
  ) {
    const told = await this.cells.ofRun(run, placed, scope);
    const overdue = await this.cells.overdue(run.runId, placed, scope);
    return (enter: number) => {
      const { suppressed, ...tally } = tallyAt(told, enter);
      const overdueCount = overdue.get(enter) ?? null;
      return { ...tally, overdueCount, ...suppressedIf(suppressed || overdueCount === null) };
    };
  }
}

const suppressedIf = (hidden: boolean) => (hidden ? { suppressed: true as const } : {});

const answered = ({ suppressed, ...tally }: ToldTally) => ({
  ...tally,
  ...suppressedIf(suppressed),
});

function tallyAt(told: ReadonlyMap<number, ToldTally>, enter: number): ToldTally {
  const tally = told.get(enter);
  if (!tally) throw new Error(`the unit at ${enter} was not counted`);
  return tally;
}

const overdueOf = (kinds: readonly ToldKind[]) =>
  Object.fromEntries(
    kinds.filter(({ overdue }) => overdue !== 0).map(({ kind, overdue }) => [kind, overdue]),
  );

const completionOf = (kinds: readonly ToldKind[]) =>
  Object.fromEntries(
    kinds
      .filter(({ due }) => due !== 0)
      .map(({ kind, due, closed }) => [kind, { due, closed, ...suppressedIf(due === null) }]),
  );
