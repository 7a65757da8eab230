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

/** All parts that anybody looks at, or sixteen of a million people each. */
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
    sizeCalculation: (positions) => Math.max(positions.bytes, 1),
    fetchMethod: (_key, _stale, { context }) => this.#read(context),
    // One that is pushed out while it is read is still whoever's who asked for it.
    ignoreFetchAbort: true,
    allowStaleOnFetchAbort: true,
  });

  constructor(private readonly database: Database) {}

  /** The positions of a part. */
  of(part: PartOfRun): Promise<PositionSet> {
    const { runId, unit, scope } = part;
    const key = [
      ...[runId, intervalText(unit), intervalText(scope.units)],
      settingsFor(currentScope()),
    ].join(' ');
    return this.#remembered.forceFetch(key, { context: part });
  }

  async #read(part: PartOfRun): Promise<PositionSet> {
    const { sql, values } = unitPositionsStatement(part);
    const { count, positions } = await this.database.one<{
      count: number;
      positions: string | null;
    }>(sql, values);
    const coded = Buffer.from(positions ?? '', 'base64');
    return PositionSet.of(count, (add) => visitCoded(coded, add));
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
