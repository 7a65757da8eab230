import type { PlacedUnit } from '../scoring/leaders/small-cells.service.js';
import type { Unit } from './units.service.js';

/** The places of units (in pre-order) with the place of the unit above each; null where that isn't among them. */
export function withParents(units: readonly Unit[]): PlacedUnit[] {
  const above: Unit[] = [];
  return units.map((unit) => {
    while ((above.at(-1)?.leave ?? unit.enter) < unit.enter) above.pop();
    const parent = above.at(-1)?.enter ?? null;
    above.push(unit);
    return { enter: unit.enter, leave: unit.leave, parent };
  });
}
