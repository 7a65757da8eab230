import { standingAt } from '@probity/analytics';
import type { Authority } from '../../load/authority.js';
import type { Held } from '../../load/held-evidence.js';

/** Those who are shown in one unit (0: in none) and are in the scope of one (0: of none). */
export interface UnitGroup {
  readonly unitEnter: number;
  readonly scopeUnitId: number;
}

/** The groups that people are in on a day, and whose group each is in, by the cadre's index. */
export interface UnitGroups {
  readonly groups: readonly UnitGroup[];
  readonly groupOf: Uint32Array;
}

type Cadres = Held['evidence']['cadres'];

interface Known extends UnitGroups {
  readonly cadres: Cadres;
  readonly day: number;
  /** Of the unit tree. */
  readonly digest: string;
}

/** Records come in far more often than people change their units or scopes: what was found is kept while both stay. */
const known = new WeakMap<Authority, Known>();

/** The groups of everyone on a day. */
export function unitGroupsOf({ evidence, authority, units }: Held, day: number): UnitGroups {
  const { cadres } = evidence;
  const { digest, enterOf } = units;
  const found = known.get(authority);
  if (found?.cadres === cadres && found.day === day && found.digest === digest) return found;
  let unitCount = 1;
  for (const enter of enterOf.values()) unitCount = Math.max(unitCount, enter + 1);
  const groups: UnitGroup[] = [];
  const numbers = new Map<number, number>();
  const groupOf = new Uint32Array(cadres.count);
  for (let cadre = 0; cadre < cadres.count; cadre++) {
    const { unitCode } = standingAt(cadres, cadre, day);
    const unitEnter = (unitCode === null ? undefined : enterOf.get(unitCode)) ?? 0;
    const scopeUnitId = authority[cadre] ?? 0;
    const key = scopeUnitId * unitCount + unitEnter;
    let number = numbers.get(key);
    if (number === undefined) {
      number = groups.push({ unitEnter, scopeUnitId }) - 1;
      numbers.set(key, number);
    }
    groupOf[cadre] = number;
  }
  const made = { groups, groupOf, cadres, day, digest };
  known.set(authority, made);
  return made;
}
