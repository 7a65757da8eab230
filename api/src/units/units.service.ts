import { Injectable } from '@nestjs/common';
import type { Scope } from '../platform/access/scope.js';
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
}

/** The unit tree as known now. */
@Injectable()
export class UnitsService {
  constructor(private readonly database: Database) {}

  /** The units that the caller may see, in pre-order; the parent of the topmost is null. */
  async tree(scope: Scope): Promise<Unit[]> {
    const units = await this.database.query<Unit>(
      `SELECT unit.unit_code AS code, unit.name, unit.parent_code AS "parentCode",
         tree.enter, tree.leave, tree.depth
       FROM unit_tree tree
       CROSS JOIN LATERAL (
         SELECT u.unit_code, u.name, u.parent_code FROM units u
         WHERE u.unit_id = tree.unit_id AND u.superseded_at IS NULL AND u.withdrawn_reason IS NULL
         ORDER BY u.recorded_at DESC, u.id DESC
         LIMIT 1
       ) unit
       WHERE $1::int IS NULL OR tree.enter BETWEEN $1 AND $2
       ORDER BY tree.enter`,
      [scope.units?.enter ?? null, scope.units?.leave ?? null],
    );
    const [top] = units;
    return scope.units && top ? [{ ...top, parentCode: null }, ...units.slice(1)] : units;
  }

  /** The units that the caller may see, in pre-order, without their places. */
  async names(scope: Scope): Promise<Pick<Unit, 'code' | 'name' | 'parentCode' | 'depth'>[]> {
    const units = await this.tree(scope);
    return units.map(({ code, name, parentCode, depth }) => ({ code, name, parentCode, depth }));
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
