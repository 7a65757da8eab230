import type { Refreshed } from '../load/held-evidence.js';

/** So many changes are kept in mind; whoever needs to know more of the past starts anew. */
const MOST_CHANGES = 200_000;

interface Change {
  /** The refresh that brought it was known up to here. */
  readonly knownAt: string;
  readonly people: readonly number[];
}

/**
 * Whose evidence has changed since when, by internal number, as far as this process has followed it.
 * Instants are PostgreSQL's own text in UTC, whose order as text is that of time.
 */
export class ChangedPeople {
  #from: string | undefined;
  #changes: Change[] = [];
  #count = 0;

  /** Takes note of what a refresh brought. */
  note({ changed, knownAt, since }: Refreshed): void {
    if (changed === 'all' || since !== undefined) {
      this.#from = changed === 'all' ? knownAt : since;
      this.#changes = [];
      this.#count = 0;
    }
    if (changed === 'all' || changed.length === 0) return;
    this.#changes.push({ knownAt, people: changed });
    this.#count += changed.length;
    // The latest is kept however large: the run in front is mostly as old as the one before.
    while (this.#count > MOST_CHANGES && this.#changes.length > 1) {
      const oldest = this.#changes.shift();
      if (!oldest) break;
      this.#count -= oldest.people.length;
      this.#from = oldest.knownAt;
    }
  }

  /** Everyone whose evidence has changed after an instant; undefined where that is too long ago to know. */
  since(knownAt: string): ReadonlySet<number> | undefined {
    if (this.#from === undefined || knownAt < this.#from) return undefined;
    const later = this.#changes.filter((change) => change.knownAt > knownAt);
    return new Set(later.flatMap(({ people }) => people));
  }
}
