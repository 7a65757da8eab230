import { compareCodePoints } from '../fields/code-points.js';
import type { Day } from '../fields/day.js';
import type { FollowUpKind } from '../follow-ups/kinds.js';

/** Something that an office has taken on about somebody: a talk that was agreed to, a check that was drawn. */
export interface Undertaking {
  readonly kind: Extract<FollowUpKind, 'hold-talk' | 'check-report'>;
  /** The source of the record that it is about, and what that record is called. */
  readonly source: string;
  readonly ref: string;
  readonly agreedOn: Day;
  readonly dueOn: Day;
  /** NO_DAY while it is not done. */
  readonly closedOn: Day;
}

/** An undertaking about the cadre with this index. */
export interface UndertakingRow extends Undertaking {
  readonly cadre: number;
}

/** The undertakings about each cadre by index; cadres without one are not there. Plain data, so that threads can share it. */
export type UndertakingsByCadre = ReadonlyMap<number, readonly Undertaking[]>;

/** The undertakings, in whatever order they came. */
export function undertakingsByCadre(rows: readonly UndertakingRow[]): UndertakingsByCadre {
  const sorted = rows.toSorted(
    (a, b) =>
      compareCodePoints(a.kind, b.kind) ||
      compareCodePoints(a.ref, b.ref) ||
      compareCodePoints(a.source, b.source) ||
      a.dueOn - b.dueOn,
  );
  const found = new Map<number, Undertaking[]>();
  for (const { cadre, ...one } of sorted) {
    const known = found.get(cadre);
    if (known) known.push(one);
    else found.set(cadre, [one]);
  }
  return found;
}
