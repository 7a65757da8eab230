import { Injectable } from '@nestjs/common';
import { type Band, bandCodes, millipoints, type Policy } from '@probity/analytics';
import type { Scope, UnitInterval } from '../../platform/access/scope.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { keepTo } from '../runs/keep-to.js';
import { followUpsOfRun, rowsOfRun } from '../runs/rows-of-run.js';
import { RunsService } from '../runs.service.js';
import type { OwnCells } from '../worker/messages.js';
import { publishedCount, smallCellsStatement } from './small-cells.sql.js';

/** A unit's place, by pre-order numbers; `parent` is null at the top of the scope. */
export interface PlacedUnit extends UnitInterval {
  readonly parent: number | null;
}

/** What leaders are told of the people in a unit's subtree; null is hidden, or no mean over nobody. */
export interface ToldTally {
  readonly cadreCount: number | null;
  readonly bands: Readonly<Record<Band, number | null>>;
  /** Whole points. */
  readonly meanScore: number | null;
  readonly suppressed: boolean;
}

/** What leaders are told of the follow-ups of one kind that units owe; null is hidden. */
export interface ToldKind {
  readonly kind: string;
  readonly overdue: number | null;
  readonly due: number | null;
  readonly closed: number | null;
}

interface Row {
  readonly enter: number;
  readonly cadreCount: number | null;
  readonly bands: readonly (number | null)[];
  readonly meanScore: number | null;
  readonly suppressed: boolean;
}

const toldOf = ({ enter: _, bands, ...row }: Row): ToldTally => ({
  ...row,
  bands: Object.fromEntries(bandCodes.map((band, code) => [band, bands[code] ?? null])) as Record<
    Band,
    number | null
  >,
});

/**
 * Counts for leaders. Small ones are hidden, and what would give them away, within the statement: no
 * exact count reaches the application. `units` are always the whole of what the leader may see, so
 * that every answer hides the same.
 */
@Injectable()
export class SmallCellsService {
  constructor(
    private readonly database: Database,
    private readonly policies: PoliciesService,
    private readonly runs: RunsService,
  ) {}

  /** Every unit's people in a run, by the unit's pre-order number. */
  async ofRun(
    { runId, asOf }: { readonly runId: number; readonly asOf: string },
    units: readonly PlacedUnit[],
    scope: Scope,
  ): Promise<ReadonlyMap<number, ToldTally>> {
    const conditions = new Conditions();
    conditions.add(rowsOfRun('s', conditions.parameter(runId)));
    keepTo(conditions, undefined, scope).add('s.ranked');
    const own = `SELECT s.unit_enter AS enter, s.band, count(*) AS n, sum(s.total) AS sum
      FROM scores s ${conditions.where} GROUP BY s.unit_enter, s.band`;
    return this.#told(own, conditions, units, asOf);
  }

  /** The same as of several days, by replay. */
  async ofDays(
    asOfs: readonly string[],
    units: readonly PlacedUnit[],
    scope: Scope,
  ): Promise<{ readonly asOf: string; readonly told: ReadonlyMap<number, ToldTally> }[]> {
    const days = [];
    for (const { asOf, ...cells } of await this.runs.ownCells(asOfs, scope)) {
      days.push({ asOf, told: await this.#ofCells(cells, units, asOf) });
    }
    return days;
  }

  async #ofCells(cells: Omit<OwnCells, 'asOf'>, units: readonly PlacedUnit[], asOf: string) {
    const conditions = new Conditions();
    const [enters, bands, counts, sums] = [cells.enters, cells.bands, cells.counts, cells.sums].map(
      (values) => conditions.parameter(values),
    );
    const own = `SELECT * FROM unnest(${enters}::int[], ${bands}::int[], ${counts}::int[],
      ${sums}::bigint[]) AS given(enter, band, n, sum)`;
    return this.#told(own, conditions, units, asOf);
  }

  async #told(own: string, conditions: Conditions, units: readonly PlacedUnit[], asOf: string) {
    const { policy } = await this.policies.load();
    const array = (values: readonly (number | null)[]) => conditions.parameter(values);
    const statement = smallCellsStatement({
      own,
      enters: array(units.map((unit) => unit.enter)),
      leaves: array(units.map((unit) => unit.leave)),
      parents: array(units.map((unit) => unit.parent)),
      least: array(leastOf(policy)),
      most: array(mostOf(policy)),
      withMeans: `${conditions.parameter(this.#hasMeans(asOf))}::boolean`,
    });
    const rows = await this.database.query<Row>(statement, conditions.values);
    return new Map(rows.map((row) => [row.enter, toldOf(row)]));
  }

  /** Means of days that follow each other would show one person's move, so only ends of months and today have them. */
  #hasMeans(asOf: string): boolean {
    return asOf === this.runs.today() || isMonthEnd(asOf);
  }

  /** How much of what units owe is overdue, by the pre-order number of the unit, subtree by subtree. */
  async overdue(
    runId: number,
    units: readonly PlacedUnit[],
    scope: Scope,
  ): Promise<ReadonlyMap<number, number | null>> {
    const conditions = owedByUnits(runId, undefined, scope).add(`s.state = 'overdue'`);
    const enters = conditions.parameter(units.map((unit) => unit.enter));
    const leaves = conditions.parameter(units.map((unit) => unit.leave));
    const rows = await this.database.query<{ enter: number; count: number | null }>(
      `WITH own AS (SELECT s.unit_enter AS enter, count(*) AS n FROM follow_ups s
         ${conditions.where} GROUP BY s.unit_enter),
       running AS (SELECT t.enter, t.leave, coalesce(o.n, 0) AS n,
           sum(coalesce(o.n, 0)) OVER (ORDER BY t.enter) AS n_run
         FROM unnest(${enters}::int[], ${leaves}::int[]) AS t(enter, leave)
         LEFT JOIN own o USING (enter))
       SELECT f.enter, ${publishedCount('l.n_run - f.n_run + f.n')} AS count
       FROM running f JOIN running l ON l.enter = f.leave`,
      conditions.values,
    );
    return new Map(rows.map(({ enter, count }) => [enter, count]));
  }

  /** What the units of a subtree owe, by kind; `year` is the calendar year that completion is about. */
  async kinds(
    runId: number,
    unit: UnitInterval,
    scope: Scope,
    year: number,
  ): Promise<readonly ToldKind[]> {
    const conditions = owedByUnits(runId, unit, scope);
    const asked = conditions.parameter(year);
    return this.database.query<ToldKind>(
      `SELECT kind, ${publishedCount('overdue')} AS overdue,
         CASE WHEN NOT (${small('due - closed')} OR ${small('closed')}) THEN ${publishedCount('due')} END AS due,
         CASE WHEN NOT (${small('due - closed')} OR ${small('closed')}) THEN ${publishedCount('closed')} END AS closed
       FROM (
         SELECT s.kind, count(*) FILTER (WHERE s.state = 'overdue') AS overdue,
           count(*) FILTER (WHERE date_part('year', s.due_on) = ${asked}) AS due,
           count(*) FILTER (WHERE date_part('year', s.due_on) = ${asked} AND s.state = 'closed') AS closed
         FROM follow_ups s ${conditions.where} GROUP BY s.kind) counted
       ORDER BY kind`,
      conditions.values,
    );
  }
}

const small = (count: string) => `${publishedCount(count)} IS NULL`;

/** What units owe about people in a part of the tree, inherited ones left out. */
function owedByUnits(runId: number, unit: UnitInterval | undefined, scope: Scope): Conditions {
  const conditions = new Conditions();
  conditions.add(followUpsOfRun('s', conditions.parameter(runId)));
  return keepTo(conditions, unit, scope).add(`s.owed_by = 'unit' AND NOT s.inherited`);
}

const isMonthEnd = (date: string): boolean =>
  new Date(Date.parse(date) + 86_400_000).getUTCDate() === 1;

/** The least millipoints of somebody in each band. */
function leastOf({ bands }: Policy): number[] {
  const { high, elevated, watch } = bands;
  return [high, elevated, watch, 0, 0].map(millipoints);
}

/** The most millipoints of somebody in each band. */
function mostOf({ bands, sources }: Policy): number[] {
  const { high, elevated, watch } = bands;
  const highest = Object.values(sources).reduce((sum, { cap }) => sum + cap, 0);
  return [highest, high, elevated, watch, watch].map(millipoints);
}
