import {
  dateOf,
  type FollowUp,
  inService,
  type Policy,
  type Scores,
  sources,
  standingAt,
  visitFollowUps,
} from '@probity/analytics';
import type { Held } from '../load/held-evidence.js';
import { placesOf } from '../worker/aggregate.js';
import type { Cell } from './copy-text.js';

/** Whose a row is, where they stand, and since which run it holds. */
const personColumns = [
  'run_id',
  'from_run',
  'cadre_id',
  'staff_no',
  'name',
  'unit_code',
  'unit_enter',
  'scope_unit_id',
  'scope_enter',
] as const;

/** The columns of `follow_ups` and `scores`, in the order in which rows are written. */
export const followUpColumns = [
  ...personColumns,
  'source',
  'kind',
  'ref',
  'due_on',
  'closed_on',
  'state',
  'days_overdue',
  'owed_by',
  'inherited',
] as const;

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

/** Which rows are to be written. */
export interface RunRows {
  readonly held: Held;
  readonly scores: Scores;
  /** The run whose rows they lie with, and the run from which they hold. */
  readonly baseId: number;
  readonly runId: number;
  /** By index; everyone where not given. */
  readonly people?: readonly number[];
}

/** How many follow-ups that count are overdue, by the cadre's index. */
export interface Overdue {
  /** Owed by the cadre. */
  readonly own: Uint32Array;
  /** Owed by the unit or an office. */
  readonly office: Uint32Array;
}

/** Room to count what is overdue. */
export const noOverdue = ({ held }: RunRows): Overdue => {
  const { count } = held.evidence.cadres;
  return { own: new Uint32Array(count), office: new Uint32Array(count) };
};

/** Follow-ups are worked out for so many people at a time, which bounds the memory they take. */
const PEOPLE_AT_ONCE = 2048;

/** The source whose subtotal decides between equal totals, as `orderScores` has it. */
const tieBreak = sources.find((source) => source.breaksTies)?.key ?? '';

/** The follow-ups as of the scores' day, as rows of a run; on the way the overdue ones are counted. */
export function* followUpRows(rows: RunRows, policy: Policy, overdue: Overdue): Generator<Cell[]> {
  const { held, scores, people } = rows;
  const total = people?.length ?? held.evidence.cadres.count;
  for (let first = 0; first < total; first += PEOPLE_AT_ONCE) {
    const length = Math.min(PEOPLE_AT_ONCE, total - first);
    const some = Uint32Array.from({ length }, (_, at) => people?.[first + at] ?? first + at);
    // Person by person, so that one person's rows lie together and are found together.
    const found: FollowUp[] = [];
    visitFollowUps(held.evidence, some, scores.day, policy, (followUp) => found.push(followUp));
    for (const followUp of found) {
      if (followUp.state === 'overdue' && !followUp.inherited) {
        const counts = followUp.owedBy === 'cadre' ? overdue.own : overdue.office;
        counts[followUp.cadre] = (counts[followUp.cadre] ?? 0) + 1;
      }
      yield followUpRow(rows, followUp);
    }
  }
}

function followUpRow({ held, baseId, runId }: RunRows, followUp: FollowUp): Cell[] {
  const { cadre, unitCode } = followUp;
  const { unitEnter, scopeUnitId, scopeEnter } = placesOf(held, cadre, unitCode);
  return [
    baseId,
    runId,
    held.register.ids[cadre],
    followUp.staffNo,
    held.register.names[cadre],
    unitCode,
    unitEnter,
    scopeUnitId,
    scopeEnter,
    followUp.source,
    followUp.kind,
    followUp.ref,
    dateOf(followUp.dueOn),
    dateOf(followUp.closedOn),
    followUp.state,
    followUp.daysOverdue,
    followUp.owedBy,
    followUp.inherited ? 't' : 'f',
  ];
}

/** Scores as rows of a run: of everyone those in service by position, then the others. */
export function* scoreRows(rows: RunRows, overdue: Overdue): Generator<Cell[]> {
  const { held, scores, people } = rows;
  const { cadres } = held.evidence;
  const ranked = people ?? scores.order.subarray(0, scores.rankedCount);
  for (const cadre of ranked) yield scoreRow(rows, cadre, overdue);
  if (people) return;
  for (let cadre = 0; cadre < cadres.count; cadre++) {
    if (!inService(cadres, cadre, scores.day)) yield scoreRow(rows, cadre, overdue);
  }
}

function scoreRow(
  { held, scores, baseId, runId }: RunRows,
  cadre: number,
  overdue: Overdue,
): Cell[] {
  const standing = standingAt(held.evidence.cadres, cadre, scores.day);
  const { unitEnter, scopeUnitId, scopeEnter } = placesOf(held, cadre, standing.unitCode);
  return [
    baseId,
    runId,
    held.register.ids[cadre],
    held.register.staffNos[cadre],
    held.register.names[cadre],
    standing.unitCode,
    unitEnter,
    scopeUnitId,
    scopeEnter,
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
    overdue.own[cadre],
    overdue.office[cadre],
  ];
}
