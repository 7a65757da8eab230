import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { currentScope } from '../../platform/access/current-scope.js';
import type { Scope, UnitInterval } from '../../platform/access/scope.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { settingsFor } from '../../platform/database/guard/settings.js';
import { keepToUnits } from './keep-to.js';
import { visitCoded } from './position-code.js';
import { PositionSet } from './position-set.js';

/** Those ranked in a run whose unit lies in `unit` and whom the caller may ask about. */
export interface PartOfRun {
  readonly runId: number;
  readonly unit: UnitInterval | undefined;
  readonly scope: Scope;
}

/** Some sixty parts of a million people's rankings, or all that anybody looks at in smaller ones. */
const LARGEST_BYTES = 64 * 2 ** 20;

const intervalText = (units: UnitInterval | undefined) =>
  units ? `${units.enter}-${units.leave}` : '';

/**
 * The positions that runs were published with, by units, read as the caller. What a run was published with
 * never changes, so a part that was read is remembered, under everything that row security and the predicates
 * looked at when it was: whoever asks by other rights reads for themselves.
 */
@Injectable()
export class KeptPositions {
  readonly #remembered = new LRUCache<string, PositionSet, PartOfRun>({
    maxSize: LARGEST_BYTES,
    sizeCalculation: (positions) => positions.bytes,
    fetchMethod: (_key, _stale, { context }) => this.#read(context),
    // One that is pushed out while it is read is still whoever's who asked for it.
    ignoreFetchAbort: true,
    allowStaleOnFetchAbort: true,
  });

  constructor(private readonly database: Database) {}

  /** The positions of a part, which the asker may change. */
  async of(part: PartOfRun): Promise<PositionSet> {
    const { runId, unit, scope } = part;
    const key = [
      ...[runId, intervalText(unit), intervalText(scope.units)],
      settingsFor(currentScope()),
    ].join(' ');
    const positions = await this.#remembered.forceFetch(key, { context: part });
    return positions.copy();
  }

  async #read(part: PartOfRun): Promise<PositionSet> {
    const { sql, values } = unitPositionsStatement(part);
    const { count, positions } = await this.database.one<{
      count: number;
      positions: string | null;
    }>(sql, values);
    const found = new PositionSet(count);
    visitCoded(Buffer.from(positions ?? '', 'base64'), (position) => found.add(position));
    return found;
  }
}

/**
 * The statement that reads the positions of a part, all in one value, and how many positions the run has; as
 * base 64, which takes two thirds of what bytes do on their way.
 */
export function unitPositionsStatement({ runId, unit, scope }: PartOfRun): {
  readonly sql: string;
  readonly values: unknown[];
} {
  const conditions = new Conditions();
  const run = conditions.parameter(runId);
  conditions.add(`s.run_id = ${run}`);
  const { where, values } = keepToUnits(conditions, unit, scope);
  return {
    sql: `SELECT (SELECT cadre_count FROM scoring_runs WHERE id = ${run}) AS count,
       encode(string_agg(s.positions, ''), 'base64') AS positions
     FROM unit_positions s ${where}`,
    values,
  };
}
