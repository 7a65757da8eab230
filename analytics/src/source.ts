import type { z } from 'zod';
import type { AppointmentCase } from './evidence/cases.js';
import type { Day } from './fields/day.js';
import type { Fields, Rows } from './fields/field.js';
import type { Labels } from './fields/labels.js';
import type { Closing } from './follow-ups/closing.js';
import type { FollowUpKind, Holder } from './follow-ups/kinds.js';

/** Whole thousandths of a point. All sums of points are sums of these. */
export type Millipoints = number;

/** How something fades with one half-life: 2^(-age/halfLife) rounded to the nearest 2^-24, by age in whole days. Beyond the table's end nothing is left. See `faded`. */
export type Decay = Float64Array;

/** What is left at an age in whole days (>= 0), from 1 down to 0. */
export function faded(decay: Decay, age: number): number {
  return age < decay.length ? decay[age] : 0;
}

/** The day on which something of a kind is due, so many days after another: calendar or working days, as policy has it for the kind. */
export type DueAfter = (kind: FollowUpKind, from: Day, days: number) => Day;

/** What a score is asked for: the as-of day and the source's own part of the policy. */
export interface Moment<P> {
  readonly day: Day;
  readonly policy: P;
  /** A decay table for a half-life in days; cheap to ask for repeatedly. */
  decay(halfLifeDays: number): Decay;
  readonly dueAfter: DueAfter;
}

/** Where a source tells its lines when it is asked to explain. Rows are positions in the columns. */
export interface Lines {
  /** One record's points, with the reason in both languages. */
  add(row: number, points: Millipoints, reason: Labels): void;
  /** A named change of the sum that no single record carries, such as `floor`. */
  adjust(kind: string, points: Millipoints): void;
}

/** The person an obligation is about: what the register and the postings say as of the day. */
export interface Holding {
  readonly appointedOn: Day;
  readonly leftOn: Day;
  /** The postings by from-day; `to` is exclusive, NO_DAY while it lasts. */
  readonly postings: readonly { readonly from: Day; readonly to: Day; readonly head: boolean }[];
  /** As of the asked day. */
  readonly inService: boolean;
  readonly head: boolean;
  /** Since when a head is one, in the posting of the asked day; NO_DAY for others and where unknown. */
  readonly headSince: Day;
  readonly rank: string | null;
  /** The appointment cases opened by the asked day, with what was decided by then. */
  readonly cases: readonly AppointmentCase[];
}

/** An obligation that follows from a record, or (row -1) from the lack of one. */
export interface Obligation {
  readonly kind: FollowUpKind;
  readonly owedBy: Holder;
  /** Position in the columns of the record it follows from; -1 where there is none. */
  readonly row: number;
  /** For obligations without a record: what they are called, the period ("2024") or the number of the case that they are about. */
  readonly period?: string;
  readonly dueOn: Day;
  /** NO_DAY while it is not closed by the as-of day. */
  readonly closedOn: Day;
}

/** What follow-ups are asked for. */
export interface Obligations<P> {
  readonly day: Day;
  readonly policy: P;
  readonly person: Holding;
  /** From which day obligations of this kind without a record are asked for; NO_DAY: not at all. */
  expectedFrom(kind: FollowUpKind): Day;
  /** What the record in a row is called: its ref or case number, else its identity joined by `/`. */
  refOf(row: number): string;
  readonly dueAfter: DueAfter;
  emit(obligation: Obligation): void;
}

/** What every source's policy has: the most that its records can add to the total, in points. */
export interface SourcePolicy {
  readonly cap: number;
}

/** Whether enough is known about a cadre, as far as one source can say. */
export interface Coverage<F extends Fields, P> {
  /** What is asked for ("an audit in the last five years"), for the list of what is missing. */
  readonly labels: Labels;
  /** Of whom it is asked. */
  readonly asks: 'everyone' | 'heads';
  /** Whether it is there as of `at.day`. Asked only where the cadre has rows at all. */
  present(rows: Rows<F>, from: number, to: number, at: Moment<P>): boolean;
}

/** The kinds of follow-up that a source emits, by what they come of. */
export interface Obliges {
  readonly byRecord?: readonly FollowUpKind[];
  readonly byCase?: readonly FollowUpKind[];
  readonly withoutRecord?: readonly FollowUpKind[];
}

/** An evidence source: one kind of record, how it scores, and what it obliges to. */
export interface SourceDefinition<F extends Fields, P extends SourcePolicy> {
  /** The kind's name in URLs, files and policies (kebab-case). */
  readonly key: string;
  readonly labels: Labels;
  readonly fields: F;
  /** The fields that tell one record from another; an empty one equals an empty one. */
  readonly identity: readonly (keyof F & string)[];
  /** The field that dates the record: after the as-of day the record does not exist. */
  readonly datedBy: keyof F & string;
  /** Schema with labels and defaults: every number the source uses. */
  readonly policy: z.ZodType<P>;
  /**
   * The points of one cadre's rows (`from` to `to`, exclusive, ordered by ref and system, by code
   * point) before the cap. Rows dated after `at.day` must be passed over, and later events in a
   * record read as empty. `lines` is there only when the score is to be explained.
   */
  points(rows: Rows<F>, from: number, to: number, at: Moment<P>, lines?: Lines): Millipoints;
  readonly coverage?: Coverage<F, P>;
  /**
   * Its records come from people who are to stay unknown to the person concerned, who is told their
   * sum alone, rounded, and none of the follow-ups that come of them.
   */
  readonly confidential?: boolean;
  /** Of equal totals the larger subtotal of this source comes first. */
  readonly breaksTies?: boolean;
  /** How a form closes each kind of follow-up that comes of it; those that no form closes aren't there. */
  readonly closings?: Readonly<Partial<Record<FollowUpKind, Closing>>>;
  /** The kinds of follow-up that it emits, so that they can be asked about before there is any. */
  readonly obliges?: Obliges;
  /** Emits the obligations of one cadre's rows, of which there may be none, as of `ask.day`, closed ones included. */
  followUps?(rows: Rows<F>, from: number, to: number, ask: Obligations<P>): void;
}

/** A source whose field and policy types are no longer of interest. */
export type Source = SourceDefinition<Fields, SourcePolicy>;

/**
 * Something worked out once a moment, such as weights by code, and kept until another moment comes:
 * a source is asked about every cadre with the same one.
 */
export function onceAMoment<P, T>(work: (at: Moment<P>) => T): (at: Moment<P>) => T {
  let last: Moment<P> | undefined;
  let worked: T;
  return (at) => {
    if (at !== last) {
      worked = work(at);
      last = at;
    }
    return worked;
  };
}

/** The points of an `x` in thousandths, rounded half up. */
export function millipoints(x: number): Millipoints {
  return Math.floor(1000 * x + 0.5);
}

/** Declares an evidence source, and checks that its parts fit together. Throws a TypeError where they don't. */
export function defineSource<const F extends Fields, P extends SourcePolicy>(
  definition: SourceDefinition<F, P>,
): Source {
  const closing = Object.values(definition.closings ?? {}).flatMap(({ fields = [], also = [] }) => [
    ...fields,
    ...also,
  ]);
  for (const name of [...definition.identity, definition.datedBy, ...closing]) {
    if (!(name in definition.fields)) {
      throw new TypeError(`source ${definition.key}: no field ${name}`);
    }
  }
  return definition as unknown as Source;
}
