import type { Held } from './held-evidence.js';

/** Where a cadre stands in the tree: the own unit as of a day, and the one whose scope the person is in today. */
export function placesOf(
  held: Held,
  cadre: number,
  unitCode: string | null,
): {
  unitEnter: number | undefined;
  scopeUnitId: number | undefined;
  scopeEnter: number | undefined;
} {
  const { enterOf, enterOfId } = held.units;
  const scopeUnitId = held.authority[cadre] || undefined;
  return {
    unitEnter: unitCode === null ? undefined : enterOf.get(unitCode),
    scopeUnitId,
    scopeEnter: scopeUnitId === undefined ? undefined : enterOfId.get(scopeUnitId),
  };
}
