import { Inject, Injectable } from '@nestjs/common';
import type { Scope } from '../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/errors/problem.js';

/** A unit with its place in the tree: its subtree is `enter` to `leave` in pre-order numbers. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly enter: number;
  readonly leave: number;
  readonly depth: number;
  /** From this day on there is no such unit; null: there is. */
  readonly closedOn: string | null;
  /** From this day on it is under its parent, before that under `formerParentCode`. */
  readonly movedOn: string | null;
  readonly formerParentCode: string | null;
}

/** A unit that was under another one on an earlier day. */
export interface MovedUnit {
  readonly code: string;
  readonly movedOn: string;
  readonly fromCode: string | null;
  readonly toCode: string | null;
}

/** What is open on a day, and what is above it. `units` are in pre-order. */
export function openOn<U extends Unit>(units: readonly U[], day: string): U[] {
  // From the last to the first: what is open below a unit is the nearest open one after it.
  let nearest = Number.POSITIVE_INFINITY;
  return units
    .toReversed()
    .filter(({ enter, leave, closedOn }) => {
      if (closedOn === null || closedOn > day) nearest = enter;
      return nearest <= leave;
    })
    .reverse();
}

/** The unit tree as known now. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The units that the caller may see, in pre-order; the parent of the topmost is null. */
  async tree(scope: Scope): Promise<Unit[]> {
    const units = await this.database.query<Unit>(
      `SELECT unit.unit_code AS code, unit.name, unit.parent_code AS "parentCode",
         tree.enter, tree.leave, tree.depth,
         unit.closed_on AS "closedOn", unit.moved_on AS "movedOn", former.parent_code AS "formerParentCode"
       FROM unit_tree tree
       CROSS JOIN LATERAL (
         SELECT u.unit_code, u.name, u.parent_code, u.closed_on, u.moved_on FROM units u
         WHERE u.unit_id = tree.unit_id AND u.superseded_at IS NULL AND u.withdrawn_reason IS NULL
         ORDER BY u.recorded_at DESC, u.id DESC
         LIMIT 1
       ) unit
       LEFT JOIN LATERAL (
         SELECT old.parent_code FROM units old
         WHERE unit.moved_on IS NOT NULL AND old.unit_id = tree.unit_id
           AND old.superseded_at IS NOT NULL AND old.withdrawn_reason IS NULL
           AND old.parent_code IS DISTINCT FROM unit.parent_code
         ORDER BY old.recorded_at DESC, old.id DESC
         LIMIT 1
       ) former ON true
       WHERE $1::int IS NULL OR tree.enter BETWEEN $1 AND $2
       ORDER BY tree.enter`,
      [scope.units?.enter ?? null, scope.units?.leave ?? null],
    );
    const [top] = units;
    return scope.units && top ? [{ ...top, parentCode: null }, ...units.slice(1)] : units;
  }

  /** The units that the caller may see and that are open today, or above such, in pre-order, without their places. */
  async names(scope: Scope): Promise<Pick<Unit, 'code' | 'name' | 'parentCode' | 'depth'>[]> {
    const units = openOn(await this.tree(scope), dateIn(this.config.timeZone));
    return units.map(({ code, name, parentCode, depth }) => ({ code, name, parentCode, depth }));
  }

  /**
   * Units that came under a unit, or left it, after a day: counts as of that day are by today's tree
   * all the same, since whoever may see them is by today's tree.
   */
  async movedSince(scope: Scope, { enter, leave }: Unit, day: string): Promise<MovedUnit[]> {
    const tree = await this.tree(scope);
    const inside = new Set(
      tree.filter((unit) => unit.enter >= enter && unit.enter <= leave).map(({ code }) => code),
    );
    return tree.flatMap(({ code, parentCode, formerParentCode, movedOn }) => {
      const crossed = inside.has(code) !== inside.has(formerParentCode ?? '');
      const top = tree.find((unit) => unit.enter === enter)?.code;
      const concerned = code !== top && (crossed || inside.has(code));
      return movedOn !== null && movedOn > day && concerned
        ? [{ code, movedOn, fromCode: formerParentCode, toCode: parentCode }]
        : [];
    });
  }

  /** A unit and everything under it, in pre-order; without a code everything in scope. 404 for a unit that is not in scope. */
  async subtree(scope: Scope, code?: string): Promise<Unit[]> {
    const tree = await this.tree(scope);
    if (code === undefined) return tree;
    const top = tree.find((unit) => unit.code === code);
    if (!top) throw notFound(`unit with the code ${code}`);
    return tree.filter((unit) => unit.enter >= top.enter && unit.enter <= top.leave);
  }
}
