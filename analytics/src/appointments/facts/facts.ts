import type { Day } from '../../fields/day.js';
import type { WorkingCalendar } from '../../fields/working-days.js';

/** What every fact is called: the record's ref or case number, else its identity joined by `/`. */
interface Fact {
  readonly ref: string;
}

/** A headcount pre-review of the case. */
export interface HeadcountFact extends Fact {
  readonly reviewedOn: Day;
  readonly establishedPosts: number;
  readonly filledPosts: number;
  readonly leavingPosts: number;
  readonly plannedPosts: number;
  readonly improperTreatment: boolean;
}

/** One item of the file, as reviewed for the case. */
export interface FileFact extends Fact {
  readonly item: string;
  readonly result: string;
  readonly reviewedOn: Day;
  readonly resolvedOn: Day;
}

/** One department's part in the joint review of the case. */
export interface ReplyFact extends Fact {
  readonly department: string;
  readonly requestedOn: Day;
  readonly repliedOn: Day;
  readonly opinion: string | null;
}

/** A notice of the case. */
export interface NoticeFact extends Fact {
  readonly postedOn: Day;
  readonly endsOn: Day;
  readonly objectionCount: number;
  readonly objectionsSettledOn: Day;
}

/** An opinion given for the case. */
export interface OpinionFact extends Fact {
  readonly givenOn: Day;
  readonly respondent: string;
  readonly circle: string;
}

/** A debriefing of the candidate. */
export interface DebriefingFact extends Fact {
  readonly year: number;
  readonly heldOn: Day;
  readonly grade: string;
}

/** A finding of an audit of the candidate. */
export interface FindingFact extends Fact {
  readonly foundOn: Day;
  readonly severity: number;
  readonly rectifiedOn: Day;
  readonly returnVisitedOn: Day;
  readonly returnVisitResult: string | null;
  readonly reRectifiedOn: Day;
}

/** A personal-matter report of the candidate. */
export interface ReportFact extends Fact {
  readonly dueOn: Day;
  readonly submittedOn: Day;
  readonly checkResult: string | null;
  readonly checkedOn: Day;
}

/** A reminder talk with the candidate. */
export interface TalkFact extends Fact {
  readonly kind: string;
  readonly heldOn: Day;
}

/** A sanction on the candidate. */
export interface SanctionFact extends Fact {
  readonly decidedOn: Day;
  readonly effectUntil: Day;
}

/**
 * What is known of an appointment case and its candidate. Empty dates are NO_DAY. What lies after
 * the day that the gate is asked about may be there: it is passed over.
 */
export interface Facts {
  readonly headcountReviews: readonly HeadcountFact[];
  readonly fileReviews: readonly FileFact[];
  readonly replies: readonly ReplyFact[];
  readonly notices: readonly NoticeFact[];
  readonly opinions: readonly OpinionFact[];
  readonly debriefings: readonly DebriefingFact[];
  readonly findings: readonly FindingFact[];
  readonly reports: readonly ReportFact[];
  readonly talks: readonly TalkFact[];
  readonly sanctions: readonly SanctionFact[];
  /** What working days are counted by; without it every week has Monday to Friday. */
  readonly calendar?: WorkingCalendar | undefined;
}

/** Nothing is known. */
export const noFacts: Facts = {
  headcountReviews: [],
  fileReviews: [],
  replies: [],
  notices: [],
  opinions: [],
  debriefings: [],
  findings: [],
  reports: [],
  talks: [],
  sanctions: [],
};

/** The last of these by a first and a second number; of equal ones the first in the list. Undefined of none. */
export function latest<T>(
  facts: readonly T[],
  by: (fact: T) => number,
  then: (fact: T) => number = () => 0,
): T | undefined {
  return facts.reduce<T | undefined>((last, fact) => {
    if (!last) return fact;
    return by(fact) - by(last) > 0 || (by(fact) === by(last) && then(fact) > then(last))
      ? fact
      : last;
  }, undefined);
}
