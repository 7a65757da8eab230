import { inService, sources, standingAt } from '@probity/analytics';
import { CopyLines } from '../../../platform/database/copy-lines.js';
import type { FollowUpTally } from '../tally/follow-up-tally.js';
import { addPerson, personColumns, type RunRows } from './published-rows.js';

/** The columns of `scores`, in the order in which lines have them. */
export const scoreColumns = [
  ...personColumns,
  'post',
  'rank_name',
  'head',
  'total',
  'subtotals',
  'present',
  'applicable',
  'band',
  'ranked',
  'tie_break',
  'overdue_count',
  'office_overdue_count',
] as const;

/** The source whose subtotal decides between equal totals, as `orderScores` has it. */
const tieBreak = sources.find((source) => source.breaksTies)?.key ?? '';

const LINES_AT_ONCE = 1024;

/** Scores as lines of a run: of everyone those in service by position, then the others. */
export function* scoreLines(rows: RunRows, tally: FollowUpTally): Generator<Buffer> {
  const lines = new CopyLines();
  let count = 0;
  for (const cadre of inOrder(rows)) {
    addScore(lines, rows, cadre, tally);
    if (++count % LINES_AT_ONCE === 0) yield lines.taken();
  }
  yield lines.taken();
}

function* inOrder({ held, scores, people }: RunRows): Iterable<number> {
  const { cadres } = held.evidence;
  yield* people ?? scores.order.subarray(0, scores.rankedCount);
  if (people) return;
  for (let cadre = 0; cadre < cadres.count; cadre++) {
    if (!inService(cadres, cadre, scores.day)) yield cadre;
  }
}

function addScore(lines: CopyLines, rows: RunRows, cadre: number, tally: FollowUpTally): void {
  const { held, scores } = rows;
  const standing = standingAt(held.evidence.cadres, cadre, scores.day);
  const subtotals = sources.map(({ key }) => scores.subtotals[key]?.[cadre] ?? 0);
  addPerson(lines, rows, cadre, standing.unitCode);
  lines.text(standing.post).text(standing.rank).truth(standing.head);
  lines.number(scores.total[cadre]).numbers(subtotals);
  lines.number(scores.present[cadre]).number(scores.applicable[cadre]).number(scores.band[cadre]);
  lines.truth(scores.position[cadre] !== 0).number(scores.subtotals[tieBreak]?.[cadre] ?? 0);
  lines.number(tally.own[cadre]).number(tally.office[cadre]).endLine();
}
