import { bandCodes, coverageOf, sources } from '@probity/analytics';
import type { RowColumn } from '../../platform/http/send-rows.js';
import type { Place } from '../runs/run-places.service.js';
import type { ScoreRow } from './ranking-statement.js';
import type { RankingRow } from './rankings.dto.js';

/** Points of millipoints; the only place where the two meet is the edge. */
export const pointsOf = (millipoints: number): number => millipoints / 1000;

/** A row of a ranking at its place; with `compared` it says what has changed since the place `before`. */
export function rankingRowOf(
  row: ScoreRow,
  { position, rank }: Place,
  compared: boolean,
  before?: Place,
): RankingRow {
  const band = bandCodes[row.band] ?? 'insufficient';
  const plain: RankingRow = {
    position,
    rank,
    staffNo: row.staff_no,
    name: row.name,
    unitCode: row.unit_code,
    post: row.post,
    score: pointsOf(row.total),
    band,
    coverage: coverageOf(row.present, row.applicable),
    subtotals: Object.fromEntries(
      sources.map(({ key }, index) => [key, pointsOf(row.subtotals[index] ?? 0)]),
    ),
    overdueCount: row.overdue_count,
    officeOverdueCount: row.office_overdue_count,
    contested: row.contested,
  };
  if (!compared) return plain;
  return {
    ...plain,
    positionChange: before ? before.position - position : null,
    scoreChange: row.total_before === null ? null : pointsOf(row.total - row.total_before),
    bandBefore: row.band_before === null ? null : (bandCodes[row.band_before] ?? null),
  };
}

type Column = RowColumn<RankingRow>;

const text = (name: string, value: Column['value']): Column => ({ name, type: 'text', value });
const integer = (name: string, value: Column['value']): Column => ({
  name,
  type: 'integer',
  value,
});
const points = (name: string, value: Column['value']): Column => ({ name, type: 'points', value });

const always: readonly Column[] = [
  integer('position', (row) => row.position),
  integer('rank', (row) => row.rank),
  text('staffNo', (row) => row.staffNo),
  text('name', (row) => row.name),
  text('unitCode', (row) => row.unitCode),
  text('post', (row) => row.post),
  points('score', (row) => row.score),
  text('band', (row) => row.band),
  points('coverage', (row) => row.coverage),
  ...sources.map(({ key }) => points(key, (row) => row.subtotals[key] ?? 0)),
  integer('overdueCount', (row) => row.overdueCount),
  integer('officeOverdueCount', (row) => row.officeOverdueCount),
  { name: 'contested', type: 'boolean', value: (row) => row.contested },
];

const changes: readonly Column[] = [
  integer('positionChange', (row) => row.positionChange ?? null),
  points('scoreChange', (row) => row.scoreChange ?? null),
  text('bandBefore', (row) => row.bandBefore ?? null),
];

const reasons: readonly Column[] = [
  text('mainReasonSource', (row) => row.mainReason?.source ?? null),
  text('mainReasonRef', (row) => row.mainReason?.ref ?? null),
  points('mainReasonPoints', (row) => row.mainReason?.points ?? null),
  text('mainReason', (row) => row.mainReason?.reason ?? null),
];

/** The columns of a ranking as a file: the members of a JSON row, subtotals one column a source. */
export function rankingColumns(compared: boolean, withReasons: boolean): readonly Column[] {
  return [...always, ...(compared ? changes : []), ...(withReasons ? reasons : [])];
}
