import type { CadreRow, PostingRow } from '../src/evidence/cadre-columns.js';
import type { CaseRow } from '../src/evidence/cases.js';
import { dateOf, dayOf } from '../src/fields/day.js';
import { followUpsOf } from '../src/follow-ups/follow-ups.js';
import { parsePolicy } from '../src/policy/policy.js';
import type { Source } from '../src/source.js';
import type { Cells } from '../src/table/cell.js';
import { cadre, evidenceOf } from './evidence-of.js';

/** What is asked of a source about one cadre, S001. */
export interface Question {
  readonly source: Source;
  readonly asOf: string;
  readonly records?: readonly Cells[];
  readonly policy?: unknown;
  readonly person?: Partial<CadreRow>;
  readonly postings?: readonly PostingRow[];
  readonly cases?: readonly CaseRow[];
}

/** The follow-ups as lines `kind ref due-day state holder`, with the days late or the day of closing. */
export function tellFollowUps(question: Question): string[] {
  const { source, asOf, records = [], policy = {}, person, postings, cases } = question;
  const evidence = evidenceOf(
    [cadre('S001', person)],
    records.map((cells) => ({ source, cadre: 0, cells })),
    postings,
    cases,
  );
  return followUpsOf(evidence, 0, dayOf(asOf), parsePolicy(policy), [source]).map((one) => {
    const more =
      one.state === 'closed'
        ? ` ${dateOf(one.closedOn)}`
        : one.daysOverdue
          ? ` ${one.daysOverdue}`
          : '';
    const inherited = one.inherited ? ' inherited' : '';
    return `${one.kind} ${one.ref} ${dateOf(one.dueOn)} ${one.state}${more} ${one.owedBy}${inherited}`;
  });
}
