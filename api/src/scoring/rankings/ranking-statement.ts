import { bandCodes, millipoints, sources } from '@probity/analytics';
import { contestedPeople } from '../../marks/contested.service.js';
import type { Scope, UnitInterval } from '../../platform/access/scope.js';
import { Conditions, containing } from '../../platform/database/conditions.js';
import { keepTo } from '../runs/keep-to.js';
import { rowsOfRun } from '../runs/rows-of-run.js';
import type { RankingsQuery } from './rankings.dto.js';

/** What to list, with names resolved: the run, the one to compare with, the unit's subtree. */
export interface RankingSelection extends Omit<RankingsQuery, 'asOf' | 'unit' | 'compareTo'> {
  readonly runId: number;
  readonly asOf: string;
  readonly compareRunId: number | undefined;
  readonly unitInterval: UnitInterval | undefined;
  readonly scope: Scope;
  /** These people (internal numbers) only. */
  readonly people?: readonly number[];
}

/** Whether a selection is all of a part of the tree in order of position: nothing but units decides. */
const isOfUnits = (selection: RankingSelection): boolean =>
  selection.sort === 'position' &&
  [
    ...[selection.scope.only, selection.people, selection.band, selection.q, selection.source],
    ...[selection.overdueOnly, selection.scoreFrom, selection.scoreBelow],
  ].every((limit) => limit === undefined);

/** What a selection is, for whoever finds its windows: everyone, a part of the tree, or what conditions of its own decide. */
export function extentOf(selection: RankingSelection): 'everyone' | 'units' | 'conditions' {
  if (!isOfUnits(selection)) return 'conditions';
  return selection.unitInterval || selection.scope.units ? 'units' : 'everyone';
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
  readonly overdue_count: number;
  readonly office_overdue_count: number;
  readonly total_before: number | null;
  readonly band_before: number | null;
  readonly contested: boolean;
}

const sourceIndex = (key: string) => sources.findIndex((source) => source.key === key) + 1;

const sortColumns: Readonly<Record<string, string>> = {
  score: 's.total',
  name: 's.name COLLATE "C"',
  staffNo: 's.staff_no',
  unit: 's.unit_code',
  overdue: '(s.overdue_count + s.office_overdue_count)',
  ...Object.fromEntries(sources.map(({ key }) => [key, `s.subtotals[${sourceIndex(key)}]`])),
};

/** The order of positions, which are themselves kept apart from the rows; and the same from the end. */
const FIRST_FIRST = 's.total DESC, s.tie_break DESC, s.staff_no, s.cadre_id';
const LAST_FIRST = 's.total, s.tie_break, s.staff_no DESC, s.cadre_id DESC';

function orderBy(sort: string): string {
  const descending = sort.startsWith('-');
  const column = sortColumns[descending ? sort.slice(1) : sort];
  if (column === undefined) return `ORDER BY ${descending ? LAST_FIRST : FIRST_FIRST}`;
  return `ORDER BY ${column} ${descending ? 'DESC' : 'ASC'} NULLS LAST, ${FIRST_FIRST}`;
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
  const { compareRunId } = selection;
  const compare = compareRunId === undefined ? undefined : conditions.parameter(compareRunId);
  const asOf = `${conditions.parameter(selection.asOf)}::date`;
  const ofRun = rowsOfRun('s', conditions.parameter(selection.runId));
  conditions.add(ofRun).add('s.ranked');
  keepTo(conditions, selection.unitInterval, selection.scope);
  if (selection.people) {
    conditions.add(`s.cadre_id = ANY(${conditions.parameter(selection.people)}::bigint[])`);
  }
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
  const before = compare
    ? {
        columns: 'b.total AS total_before, b.band AS band_before',
        join: `LEFT JOIN scores b ON ${rowsOfRun('b', compare)} AND b.cadre_id = s.cadre_id AND b.ranked`,
      }
    : { columns: 'NULL AS total_before, NULL AS band_before', join: '' };
  const list = (from: string, tail: string) => `
    SELECT s.cadre_id, s.staff_no, s.name, s.unit_code, s.post, s.total, s.subtotals,
      s.present, s.applicable, s.band, s.overdue_count, s.office_overdue_count,
      ${before.columns},
      EXISTS (SELECT FROM ${contestedPeople(asOf)} c WHERE c.cadre_id = s.cadre_id) AS contested
    FROM ${from} ${before.join}
    ${tail} ${order}`;
  return {
    values: conditions.values,
    rows: (offset, limit) =>
      limit === undefined
        ? `${list('scores s', conditions.where)} OFFSET ${offset}`
        : // Who is on the page is found first, from an index where one serves: what is skipped is never read whole.
          list(
            `(SELECT s.cadre_id FROM scores s ${conditions.where} ${order} OFFSET ${offset} LIMIT ${limit}) page
             JOIN scores s ON ${ofRun} AND s.cadre_id = page.cadre_id`,
            '',
          ),
    // What only rows need is not used here, and PostgreSQL wants to know its type all the same.
    total: `SELECT count(*) AS total FROM scores s ${conditions.where}
      AND (${compare ?? 'NULL'}::bigint IS NULL OR ${asOf} IS NULL OR true)`,
  };
}
