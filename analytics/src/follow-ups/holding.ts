import { type CadreColumns, inService } from '../evidence/cadres.js';
import { type AppointmentCase, type CasesByCadre, casesAt } from '../evidence/cases.js';
import type { Evidence } from '../evidence/evidence.js';
import { headSince, type Standing, standingAt } from '../evidence/standing.js';
import type { Day } from '../fields/day.js';
import type { Holding } from '../source.js';

/** Somebody's place as of a day. What follow-ups from records never ask is worked out only on demand. */
export class Person implements Holding {
  constructor(
    private readonly cadres: CadreColumns,
    readonly cadre: number,
    private readonly day: Day,
    private readonly caseRegister?: CasesByCadre,
  ) {}

  get standing(): Standing {
    return standingAt(this.cadres, this.cadre, this.day);
  }

  get appointedOn(): Day {
    return this.cadres.appointedOn[this.cadre];
  }

  get leftOn(): Day {
    return this.cadres.leftOn[this.cadre];
  }

  get inService(): boolean {
    return inService(this.cadres, this.cadre, this.day);
  }

  get head(): boolean {
    return this.standing.head;
  }

  get headSince(): Day {
    return headSince(this.cadres, this.cadre, this.day);
  }

  get rank(): string | null {
    return this.standing.rank;
  }

  get cases(): readonly AppointmentCase[] {
    return casesAt(this.caseRegister?.get(this.cadre) ?? [], this.day);
  }

  get postings(): Holding['postings'] {
    const { from, fromOn, toOn, head } = this.cadres.postings;
    const held: Holding['postings'][number][] = [];
    for (let row = from[this.cadre]; row < from[this.cadre + 1]; row++) {
      held.push({ from: fromOn[row], to: toOn[row], head: head[row] === 1 });
    }
    return held;
  }
}

/** The person that obligations are about. */
export function personAt({ cadres, cases }: Evidence, cadre: number, day: Day): Person {
  return new Person(cadres, cadre, day, cases);
}
