import { Injectable } from '@nestjs/common';
import type { Scope, UnitInterval } from '../platform/access/scope.js';
import { PublishedScoresService } from '../scoring/published-scores.service.js';
import { added, nobody, rolledUp, type UnitTally } from './tally.js';
import type { Unit } from './units.service.js';

/** A unit with what its whole subtree comes to. */
export interface CountedUnit extends Unit {
  readonly tally: UnitTally;
}

/** What units come to in one run. */
@Injectable()
export class UnitTalliesService {
  constructor(private readonly scores: PublishedScoresService) {}

  /** Counts the people of each unit's subtree, and the overdue follow-ups about them. `units` are a tree, or a subtree, in pre-order. */
  async count(runId: number, scope: Scope, units: readonly Unit[]): Promise<CountedUnit[]> {
    const all = intervalOf(units);
    const own = new Map<number, UnitTally>();
    const add = (enter: number, tally: UnitTally) =>
      own.set(enter, added(own.get(enter) ?? nobody, tally));
    for (const { unitEnter, band, count, sum } of await this.scores.bands(runId, scope, all)) {
      add(unitEnter, { ...nobody, bands: { ...nobody.bands, [band]: count }, sum });
    }
    for (const { unitEnter, count } of await this.scores.overdue(runId, scope, all)) {
      add(unitEnter, { ...nobody, overdueCount: count });
    }
    const tallies = rolledUp(units, own);
    return units.map((unit, at) => ({ ...unit, tally: tallies[at] ?? nobody }));
  }
}

/** The interval that holds them all. */
function intervalOf(units: readonly Unit[]): UnitInterval | undefined {
  const [first] = units;
  return first && { enter: first.enter, leave: Math.max(...units.map((unit) => unit.leave)) };
}
