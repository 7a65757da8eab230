import { bandCodes, millipoints, sources } from '@probity/analytics';
import type { Scope, UnitInterval } from '../../platform/access/scope.js';
import { Conditions, containing } from '../../platform/database/conditions.js';
import { contestedPeople } from '../../replies/marks/contested.service.js';
import type { RankingsQuery } from './rankings.dto.js';

/** What to list, with names resolved: the run, the one to compare with, the unit's subtree. */
export interface RankingSelection extends Omit<RankingsQuery, 'asOf' | 'unit' | 'compareTo'> {
  readonly runId: number;
  readonly asOf: string;
  readonly compareRunId: number | undefined;
  readonly unitInterval: UnitInterval | undefined;
  readonly scope: Scope;
}

/** A row of `scores` as the statement gives it; points are millipoints. */
export interface ScoreRow {
  readonly cadre_id: number;
  readonly staff_no: string;
  readonly name: string;
  readonly unit_code: string | null;
  readonly post: string | null;
  readonly total: number;
  readonly subtotals: number[];
  readonly present: number;
  readonly applicable: number;
  readonly band: number;
  readonly position: number;
  readonly rank: number;
  readonly overdue_count: number;
  readonly office_overdue_count: number;
  readonly position_before: number | null;
  readonly total_before: number | null;
  readonly band_before: number | null;
  readonly contested: boolean;
}

const sourceIndex = (key: string) => sources.findIndex((source) => source.key === key) + 1;

const sortColumns: Readonly<Record<string, string>> = {
  position: 's.position',
  score: 's.total',
  name: 's.name COLLATE "C"',
  staffNo: 's.staff_no',
  unit: 's.unit_code',
  overdue: '(s.overdue_count + s.office_overdue_count)',
  ...Object.fromEntries(sources.map(({ key }) => [key, `s.subtotals[${sourceIndex(key)}]`])),
};

function orderBy(sort: string): string {
  const descending = sort.startsWith('-');
  const column = sortColumns[descending ? sort.slice(1) : sort] ?? 's.position';
  return `ORDER BY ${column} ${descending ? 'DESC' : 'ASC'} NULLS LAST, s.position`;
}

/** Keeps a statement over `s` (`scores` or `follow_ups`) to a unit's subtree and to the caller's scope. */
export function keepTo(
  conditions: Conditions,
  unit: UnitInterval | undefined,
  scope: Scope,
): Conditions {
  for (const [column, interval] of [
    ['s.unit_enter', unit],
    ['s.scope_enter', scope.units],
  ] as const) {
    if (!interval) continue;
    const enter = conditions.parameter(interval.enter);
    const leave = conditions.parameter(interval.leave);
    conditions.add(`${column} BETWEEN ${enter} AND ${leave}`);
  }
  hide(conditions, scope.hidden);
  return conditions;
}

/** So many are compared one by one, which is cheaper than an array for every row; PostgreSQL makes a table of longer ones. */
const ONE_BY_ONE = 8;

function hide(conditions: Conditions, hidden: readonly number[]): void {
  if (hidden.length > ONE_BY_ONE) {
    conditions.add(`s.cadre_id <> ALL (${conditions.parameter(hidden)}::bigint[])`);
    return;
  }
  for (const id of hidden) conditions.add(`s.cadre_id <> ${conditions.parameter(id)}::bigint`);
}

/** A ranking in SQL. */
export interface RankingStatement {
  readonly values: unknown[];
  /** So many of its rows from an offset on; without a limit all of them. */
  readonly rows: (offset: number, limit: number | undefined) => string;
  /** How many rows it has in all. */
  readonly total: string;
}

/** The statements of a selection; all of them take the same values. */
export function rankingStatement(selection: RankingSelection): RankingStatement {
  const conditions = new Conditions();
  const compare = conditions.parameter(selection.compareRunId ?? null);
  const asOf = `${conditions.parameter(selection.asOf)}::date`;
  const run = conditions.parameter(selection.runId);
  conditions.add(`s.run_id = ${run}`);
  conditions.add('s.position IS NOT NULL');
  keepTo(conditions, selection.unitInterval, selection.scope);
  if (selection.band) {
    const codes = selection.band.map((band) => bandCodes.indexOf(band));
    conditions.add(`s.band = ANY(${conditions.parameter(codes)}::smallint[])`);
  }
  if (selection.q) {
    const pattern = conditions.parameter(containing(selection.q));
    conditions.add(`(s.name ILIKE ${pattern} OR s.staff_no ILIKE ${pattern})`);
  }
  if (selection.source) conditions.add(`s.subtotals[${sourceIndex(selection.source)}] > 0`);
  if (selection.overdueOnly) conditions.add('s.overdue_count + s.office_overdue_count > 0');
  if (selection.scoreFrom !== undefined) {
    conditions.add(`s.total >= ${conditions.parameter(millipoints(selection.scoreFrom))}`);
  }
  if (selection.scoreBelow !== undefined) {
    conditions.add(`s.total < ${conditions.parameter(millipoints(selection.scoreBelow))}`);
  }
  const order = orderBy(selection.sort);
  const list = (from: string, tail: string) => `
    SELECT s.cadre_id, s.staff_no, s.name, s.unit_code, s.post, s.total, s.subtotals,
      s.present, s.applicable, s.band, s.position, s.rank, s.overdue_count,
      s.office_overdue_count, b.position AS position_before, b.total AS total_before,
      b.band AS band_before,
      EXISTS (SELECT FROM ${contestedPeople(asOf)} c WHERE c.cadre_id = s.cadre_id) AS contested
    FROM ${from} LEFT JOIN scores b
      ON b.run_id = ${compare} AND b.cadre_id = s.cadre_id AND b.position IS NOT NULL
    ${tail} ${order}`;
  return {
    values: conditions.values,
    rows: (offset, limit) =>
      limit === undefined
        ? `${list('scores s', conditions.where)} OFFSET ${offset}`
        : // Who is on the page is found first, from an index where one serves: what is skipped is never read whole.
          list(
            `(SELECT s.cadre_id FROM scores s ${conditions.where} ${order} OFFSET ${offset} LIMIT ${limit}) page
             JOIN scores s ON s.run_id = ${run} AND s.cadre_id = page.cadre_id`,
            '',
          ),
    // The first two parameters are not used here, and PostgreSQL wants to know their types all the same.
    total: `SELECT count(*) AS total FROM scores s ${conditions.where}
      AND (${compare}::bigint IS NULL OR ${asOf} IS NULL OR true)`,
  };
}
