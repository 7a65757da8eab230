import { type Evidence, rowsOf } from '../evidence/evidence.js';
import { packTexts, textAt } from '../evidence/texts.js';
import type { Day } from '../fields/day.js';
import { dueAfter } from '../policy/due-after.js';
import type { Policy } from '../policy/schema.js';
import { replies } from '../registers/replies.register.js';
import { policyOf } from '../score/moment.js';
import type { Obligation, Obligations, Source, SourcePolicy } from '../source.js';
import { contestObligations } from './contest-obligations.js';
import { daysByKind } from './dates-by-kind.js';
import { type Person, personAt } from './holding.js';
import type { Origin } from './origin.js';
import { undertakenObligations } from './undertaken-obligations.js';

/** What comes of one origin's obligations: called with each, and the person it is about. */
export type Taker = (obligation: Obligation, person: Person, origin: Origin) => void;

const contested: Origin = { key: replies.key, refs: packTexts([]) };

/** Which cadres are asked about: one by index, several, or everyone. */
export type Asked = number | Iterable<number> | 'all';

/** Calls `take` with every obligation of these cadres as of a day, cadre by cadre. Throws a RangeError for a cadre that is not there. */
export function eachObligation(
  evidence: Evidence,
  asked: Asked,
  day: Day,
  policy: Policy,
  sources: readonly Source[],
  take: Taker,
): void {
  const expectedFrom = daysByKind(policy.followUps.expectedFrom);
  const due = dueAfter(policy, evidence.calendar);
  const parts = sources.flatMap((source) =>
    source.followUps
      ? [
          {
            origin: { key: source.key, refs: rowsOf(evidence, source).refs },
            ask: source.followUps,
            own: policyOf(policy, source),
            held: rowsOf(evidence, source),
          },
        ]
      : [],
  );
  for (const cadre of cadresOf(asked, evidence.cadres.count)) {
    const person = personAt(evidence, cadre, day);
    for (const { origin, ask, own, held } of parts) {
      const question: Obligations<SourcePolicy> = {
        day,
        policy: own,
        person,
        expectedFrom,
        refOf: (row) => textAt(held.refs, row),
        dueAfter: due,
        emit: (obligation) => take(obligation, person, origin),
      };
      ask(held.rows, held.from[cadre], held.to[cadre], question);
    }
    const contests = evidence.contests?.get(cadre) ?? [];
    for (const obligation of contestObligations(contests, day, policy, due)) {
      take(obligation, person, contested);
    }
    for (const { obligation, origin } of undertakenObligations(evidence, cadre, day)) {
      take(obligation, person, origin);
    }
  }
}

function* cadresOf(asked: Asked, count: number): Iterable<number> {
  if (asked === 'all') {
    for (let cadre = 0; cadre < count; cadre++) yield cadre;
    return;
  }
  for (const cadre of typeof asked === 'number' ? [asked] : asked) {
    if (!(cadre >= 0 && cadre < count)) throw new RangeError(`no cadre ${cadre}`);
    yield cadre;
  }
}
