import type { World, WorldCaller, WorldPerson } from './world.js';

/**
 * Who may see whom, worked out from the drawn world and DESIGN 8 alone: a person is in the scope of
 * the unit that manages them, else of the own one; nobody sees the own record or one they are
 * recused from.
 */
export class WhoSeesWhom {
  readonly #parents: ReadonlyMap<string, string | null>;
  readonly #people: ReadonlyMap<string, WorldPerson>;

  constructor(
    readonly world: World,
    readonly today: string,
  ) {
    this.#parents = new Map(world.units.map(({ code, parent }) => [code, parent]));
    this.#people = new Map(world.people.map((person) => [person.staffNo, person]));
  }

  /** Whether a unit lies in the subtree of another one. */
  within(code: string, top: string): boolean {
    for (let at: string | null = code; at !== null; at = this.#parents.get(at) ?? null) {
      if (at === top) return true;
    }
    return false;
  }

  /** Whether a unit lies in a caller's part of the tree. */
  hasUnit({ unit }: WorldCaller, code: string): boolean {
    return unit === null ? this.#parents.has(code) : this.within(code, unit);
  }

  /** Whose scope somebody is in today; null: nobody's but the whole tree's. */
  authorityOver({ unit, managedBy, second, postings }: WorldPerson): string | null {
    const register = second ?? { unit, managedBy };
    const [posting] = postings
      .filter(({ from, to }) => from <= this.today && (to === null || to > this.today))
      .sort((a, b) => (a.from !== b.from ? (a.from < b.from ? 1 : -1) : a.unit < b.unit ? -1 : 1));
    return register.managedBy ?? posting?.unit ?? register.unit;
  }

  /** Whether somebody was drawn with this number. */
  knows(staffNo: string): boolean {
    return this.#people.has(staffNo);
  }

  /** Whether a caller may see somebody, if they may see people at all. */
  sees(caller: WorldCaller, staffNo: string): boolean {
    const person = this.#people.get(staffNo);
    if (!person || person.withdrawn) return false;
    if (caller.own === staffNo || caller.recusals.includes(staffNo)) return false;
    if (caller.unit === null) return true;
    const authority = this.authorityOver(person);
    return authority !== null && this.within(authority, caller.unit);
  }

  /** The marks that may stand in an answer to a caller who sees people. */
  marksFor(caller: WorldCaller): ReadonlySet<string> {
    const seen = this.world.people.filter(({ staffNo }) => this.sees(caller, staffNo));
    return new Set(seen.map(({ mark }) => mark));
  }
}
