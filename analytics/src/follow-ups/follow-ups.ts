import { type Evidence, rowsOf, type SourceRows } from '../evidence/evidence.js';
import { textAt } from '../evidence/texts.js';
import { compareCodePoints } from '../fields/code-points.js';
import { type Day, NO_DAY } from '../fields/day.js';
import type { Policy } from '../policy/schema.js';
import { policyOf } from '../score/moment.js';
import type { Obligation, Obligations, Source, SourcePolicy } from '../source.js';
import { sources as allSources } from '../sources/index.js';
import { daysByKind } from './dates-by-kind.js';
import { type Person, personAt } from './holding.js';
import type { FollowUpKind, Holder } from './kinds.js';
import { type FollowUpState, stateAt } from './state.js';

/** An obligation as of a day. */
export interface FollowUp {
  readonly kind: FollowUpKind;
  /** The cadre's index, and what the register says as of the day. */
  readonly cadre: number;
  readonly staffNo: string;
  readonly unitCode: string | null;
  /** The source and the record (position in its columns) that it follows from; -1 where there is no record. */
  readonly source: string;
  readonly row: number;
  /** What the record is called; the period where there is no record. */
  readonly ref: string;
  readonly dueOn: Day;
  /** NO_DAY while it is not closed. */
  readonly closedOn: Day;
  readonly state: FollowUpState;
  /** 0 unless overdue. */
  readonly daysOverdue: number;
  readonly owedBy: Holder;
  /** Due before the day from which its kind is counted. */
  readonly inherited: boolean;
}

/** The follow-ups of one cadre (by index), of several, or of everyone as of a day: by due day, staff number, kind, ref. */
export function followUpsOf(
  evidence: Evidence,
  of: number | Iterable<number> | 'all',
  day: Day,
  policy: Policy,
  sources: readonly Source[] = allSources,
): FollowUp[] {
  const found: FollowUp[] = [];
  visitFollowUps(evidence, of, day, policy, (followUp) => found.push(followUp), sources);
  return found.sort(compareFollowUps);
}

/** The order of lists: due day, staff number, kind, ref, texts by code point. */
export function compareFollowUps(a: FollowUp, b: FollowUp): number {
  return (
    a.dueOn - b.dueOn ||
    compareCodePoints(a.staffNo, b.staffNo) ||
    compareCodePoints(a.kind, b.kind) ||
    compareCodePoints(a.ref, b.ref)
  );
}

/** Calls `visit` with each follow-up, in no order that a reader could use; for counts over many cadres. */
export function visitFollowUps(
  evidence: Evidence,
  of: number | Iterable<number> | 'all',
  day: Day,
  policy: Policy,
  visit: (followUp: FollowUp) => void,
  sources: readonly Source[] = allSources,
): void {
  const asked = askers(evidence, day, policy, sources);
  for (const cadre of cadresOf(of, evidence.cadres.count)) {
    const person = personAt(evidence, cadre, day);
    const staffNo = textAt(evidence.cadres.staffNo, cadre);
    for (const ask of asked) ask(person, staffNo, visit);
  }
}

function* cadresOf(of: number | Iterable<number> | 'all', count: number): Iterable<number> {
  if (of === 'all') {
    for (let cadre = 0; cadre < count; cadre++) yield cadre;
    return;
  }
  for (const cadre of typeof of === 'number' ? [of] : of) {
    if (!(cadre >= 0 && cadre < count)) throw new RangeError(`no cadre ${cadre}`);
    yield cadre;
  }
}

type Ask = (person: Person, staffNo: string, visit: (followUp: FollowUp) => void) => void;

function askers(
  evidence: Evidence,
  day: Day,
  policy: Policy,
  sources: readonly Source[],
): readonly Ask[] {
  const expectedFrom = daysByKind(policy.followUps.expectedFrom);
  const countFrom = daysByKind(policy.followUps.countFrom);
  return sources.flatMap((source): Ask[] => {
    if (!source.followUps) return [];
    const held = rowsOf(evidence, source);
    const own = policyOf(policy, source);
    return [
      (person, staffNo, visit) => {
        const emit = (obligation: Obligation) =>
          visit(followUp(obligation, person, staffNo, source, held, day, policy, countFrom));
        const ask: Obligations<SourcePolicy> = { day, policy: own, person, expectedFrom, emit };
        const { from, rows } = held;
        source.followUps?.(rows, from[person.cadre], from[person.cadre + 1], ask);
      },
    ];
  });
}

function followUp(
  obligation: Obligation,
  person: Person,
  staffNo: string,
  source: Source,
  held: SourceRows,
  day: Day,
  policy: Policy,
  countFrom: (kind: FollowUpKind) => Day,
): FollowUp {
  const { kind, row, dueOn, closedOn, owedBy, period } = obligation;
  const state = stateAt(day, dueOn, closedOn, policy.followUps.dueSoonDays);
  const counted = countFrom(kind);
  return {
    kind,
    cadre: person.cadre,
    staffNo,
    unitCode: person.standing.unitCode,
    source: source.key,
    row,
    ref: row < 0 ? (period ?? '') : textAt(held.refs, row),
    dueOn,
    closedOn: state === 'closed' ? closedOn : NO_DAY,
    state,
    daysOverdue: state === 'overdue' ? day - dueOn : 0,
    owedBy,
    inherited: counted !== NO_DAY && dueOn < counted,
  };
}
