import { inService, sources, standingAt } from '@probity/analytics';
import { cellsText } from './copy-text.js';
import type { FollowUpTally } from './follow-up-tally.js';
import { personColumns, personText, type RunRows } from './published-rows.js';

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
export function* scoreTexts(rows: RunRows, tally: FollowUpTally): Generator<string> {
  let text = '';
  let count = 0;
  for (const cadre of inOrder(rows)) {
    text += scoreLine(rows, cadre, tally);
    if (++count % LINES_AT_ONCE > 0) continue;
    yield text;
    text = '';
  }
  if (text) yield text;
}

function* inOrder({ held, scores, people }: RunRows): Iterable<number> {
  const { cadres } = held.evidence;
  yield* people ?? scores.order.subarray(0, scores.rankedCount);
  if (people) return;
  for (let cadre = 0; cadre < cadres.count; cadre++) {
    if (!inService(cadres, cadre, scores.day)) yield cadre;
  }
}

function scoreLine(rows: RunRows, cadre: number, tally: FollowUpTally): string {
  const { held, scores } = rows;
  const standing = standingAt(held.evidence.cadres, cadre, scores.day);
  const cells = cellsText([
    standing.post,
    standing.rank,
    standing.head ? 't' : 'f',
    scores.total[cadre],
    `{${sources.map(({ key }) => scores.subtotals[key]?.[cadre] ?? 0).join(',')}}`,
    scores.present[cadre],
    scores.applicable[cadre],
    scores.band[cadre],
    scores.position[cadre] ? 't' : 'f',
    scores.subtotals[tieBreak]?.[cadre] ?? 0,
    tally.own[cadre],
    tally.office[cadre],
  ]);
  return `${personText(rows, cadre, standing.unitCode)}\t${cells}\n`;
}
