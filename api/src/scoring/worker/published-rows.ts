import {
  dateOf,
  type FollowUp,
  followUpsOf,
  inService,
  type Policy,
  type Scores,
  sources,
  standingAt,
} from '@probity/analytics';
import type { Held } from '../load/held-evidence.js';
import { placesOf } from './aggregate.js';
import type { Cell } from './copy-text.js';

/** The columns of `follow_ups` and `scores`, in the order in which rows are written. */
export const followUpColumns = [
  'run_id',
  'cadre_id',
  'staff_no',
  'name',
  'unit_code',
  'unit_enter',
  'scope_unit_id',
  'scope_enter',
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
  'run_id',
  'cadre_id',
  'staff_no',
  'name',
  'unit_code',
  'unit_enter',
  'scope_unit_id',
  'scope_enter',
  'post',
  'rank_name',
  'head',
  'total',
  'subtotals',
  'present',
  'applicable',
  'band',
  'position',
  'rank',
  'overdue_count',
  'office_overdue_count',
] as const;

/** How many follow-ups that count are overdue, by the cadre's index. */
export interface Overdue {
  /** Owed by the cadre. */
  readonly own: Uint32Array;
  /** Owed by the unit or an office. */
  readonly office: Uint32Array;
}

/** Follow-ups are worked out for so many people at a time, which bounds the memory they take. */
const PEOPLE_AT_ONCE = 2048;

/** The follow-ups of everyone as of a day, as rows of a run; on the way the overdue ones are counted. */
export function* followUpRows(
  held: Held,
  runId: number,
  day: number,
  policy: Policy,
  overdue: Overdue,
): Generator<Cell[]> {
  const { count } = held.evidence.cadres;
  for (let first = 0; first < count; first += PEOPLE_AT_ONCE) {
    const length = Math.min(PEOPLE_AT_ONCE, count - first);
    const people = Uint32Array.from({ length }, (_, at) => first + at);
    for (const followUp of followUpsOf(held.evidence, people, day, policy)) {
      if (followUp.state === 'overdue' && !followUp.inherited) {
        const counts = followUp.owedBy === 'cadre' ? overdue.own : overdue.office;
        counts[followUp.cadre] = (counts[followUp.cadre] ?? 0) + 1;
      }
      yield followUpRow(held, runId, followUp);
    }
  }
}

function followUpRow(held: Held, runId: number, followUp: FollowUp): Cell[] {
  const { cadre, unitCode } = followUp;
  const { unitEnter, scopeUnitId, scopeEnter } = placesOf(held, cadre, unitCode);
  return [
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

/** Everyone's scores as rows of a run: those in service by position, then the others. */
export function* scoreRows(
  held: Held,
  runId: number,
  scores: Scores,
  overdue: Overdue,
): Generator<Cell[]> {
  const { cadres } = held.evidence;
  for (const cadre of scores.order.subarray(0, scores.rankedCount)) {
    yield scoreRow(held, runId, cadre, scores, overdue);
  }
  for (let cadre = 0; cadre < cadres.count; cadre++) {
    if (!inService(cadres, cadre, scores.day)) yield scoreRow(held, runId, cadre, scores, overdue);
  }
}

function scoreRow(
  held: Held,
  runId: number,
  cadre: number,
  scores: Scores,
  overdue: Overdue,
): Cell[] {
  const standing = standingAt(held.evidence.cadres, cadre, scores.day);
  const { unitEnter, scopeUnitId, scopeEnter } = placesOf(held, cadre, standing.unitCode);
  return [
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
    scores.position[cadre] || null,
    scores.rank[cadre] || null,
    overdue.own[cadre],
    overdue.office[cadre],
  ];
}
