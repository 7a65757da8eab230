import { type Evidence, rowsOf, type SourceRows } from '../evidence/evidence.js';
import { textAt } from '../evidence/texts.js';
import type { Day } from '../fields/day.js';
import type { Policy } from '../policy/schema.js';
import { policyOf } from '../score/moment.js';
import type { Obligation, Obligations, Source, SourcePolicy } from '../source.js';
import { daysByKind } from './dates-by-kind.js';
import { type Person, personAt } from './holding.js';

/** What comes of one source's obligations: called with each, the person and the rows it is about. */
export type Taker = (
  obligation: Obligation,
  person: Person,
  source: Source,
  rows: SourceRows,
) => void;

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
  const parts = sources.flatMap((source) =>
    source.followUps
      ? [
          {
            source,
            ask: source.followUps,
            own: policyOf(policy, source),
            held: rowsOf(evidence, source),
          },
        ]
      : [],
  );
  for (const cadre of cadresOf(asked, evidence.cadres.count)) {
    const person = personAt(evidence, cadre, day);
    for (const { source, ask, own, held } of parts) {
      const question: Obligations<SourcePolicy> = {
        day,
        policy: own,
        person,
        expectedFrom,
        refOf: (row) => textAt(held.refs, row),
        emit: (obligation) => take(obligation, person, source, held),
      };
      ask(held.rows, held.from[cadre], held.from[cadre + 1], question);
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
