import { Injectable } from '@nestjs/common';
import type { Scope, UnitInterval } from '../../platform/access/scope.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/problem.js';
import { queryRows } from '../copy/copy-rows.js';
import { loadUnitPlaces, placeOfUnit } from './unit-places.js';

/** The unit tree as it is now: which interval a unit's subtree is. */
@Injectable()
export class UnitTreeService {
  constructor(private readonly database: Database) {}

  /**
   * The subtree of a unit, for a filter; undefined where no unit is asked for. Throws a 404 problem
   * for a unit that isn't there or lies outside the caller's scope.
   */
  async interval(code: string | undefined, scope: Scope): Promise<UnitInterval | undefined> {
    if (code === undefined) return undefined;
    const [found] = await this.database.plannedOnce<UnitInterval>(placeOfUnit, [code]);
    const allowed = scope.units;
    const visible =
      found && (!allowed || (found.enter >= allowed.enter && found.enter <= allowed.leave));
    if (!visible) throw notFound(`unit ${code}`);
    return found;
  }

  /** Tells one tree from another, as runs note it. */
  async digest(): Promise<string> {
    const { digest } = await this.database.snapshot((client) =>
      loadUnitPlaces(queryRows(client, [])),
    );
    return digest;
  }
}
