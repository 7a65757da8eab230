import type { Evidence } from '../evidence/evidence.js';
import { textAt } from '../evidence/texts.js';
import { compareCodePoints } from '../fields/code-points.js';
import { type Day, NO_DAY } from '../fields/day.js';
import type { Policy } from '../policy/schema.js';
import type { Obligation, Source } from '../source.js';
import { sources as allSources } from '../sources/index.js';
import { daysByKind } from './dates-by-kind.js';
import type { Person } from './holding.js';
import type { FollowUpKind, Holder } from './kinds.js';
import { type Asked, eachObligation } from './obligations.js';
import type { Origin } from './origin.js';
import { type FollowUpState, isInherited, stateAt } from './state.js';

/** An obligation as of a day. */
export interface FollowUp {
  readonly kind: FollowUpKind;
  /** The cadre's index, and what the register says as of the day. */
  readonly cadre: number;
  readonly staffNo: string;
  readonly unitCode: string | null;
  /** The source (or `replies`) and the record (position in its columns) that it follows from; -1 where there is no record. */
  readonly source: string;
  readonly row: number;
  /** What the record or the contest is called; the period where there is neither. */
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
  of: Asked,
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

/** Calls `visit` with each follow-up, cadre by cadre, in no further order: for sums over many that need no list. */
export function visitFollowUps(
  evidence: Evidence,
  of: Asked,
  day: Day,
  policy: Policy,
  visit: (followUp: FollowUp) => void,
  sources: readonly Source[] = allSources,
): void {
  const countFrom = daysByKind(policy.followUps.countFrom);
  let about: About = { cadre: -1, staffNo: '', unitCode: null };
  eachObligation(evidence, of, day, policy, sources, (obligation, person, origin) => {
    if (person.cadre !== about.cadre) about = aboutOf(evidence, person);
    visit(followUp(obligation, about, origin, day, policy, countFrom));
  });
}

/** What every follow-up of one cadre says of them. */
type About = Pick<FollowUp, 'cadre' | 'staffNo' | 'unitCode'>;

function aboutOf({ cadres }: Evidence, { cadre, standing }: Person): About {
  return { cadre, staffNo: textAt(cadres.staffNo, cadre), unitCode: standing.unitCode };
}

function followUp(
  obligation: Obligation,
  about: About,
  origin: Origin,
  day: Day,
  policy: Policy,
  countFrom: (kind: FollowUpKind) => Day,
): FollowUp {
  const { kind, row, dueOn, closedOn, owedBy, period } = obligation;
  const state = stateAt(day, dueOn, closedOn, policy.followUps.dueSoonDays);
  // Written out: to spread what it is about takes several times as long, ten million times.
  return {
    kind,
    cadre: about.cadre,
    staffNo: about.staffNo,
    unitCode: about.unitCode,
    source: origin.key,
    row,
    ref: row < 0 ? (period ?? '') : textAt(origin.refs, row),
    dueOn,
    closedOn: state === 'closed' ? closedOn : NO_DAY,
    state,
    daysOverdue: state === 'overdue' ? day - dueOn : 0,
    owedBy,
    inherited: isInherited(dueOn, countFrom(kind)),
  };
}
