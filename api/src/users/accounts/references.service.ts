import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/access/scope.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { badParameter } from '../../platform/errors/problem.js';

/** What accounts and tokens refer to in the registers. Whoever manages accounts may not see those otherwise. */
@Injectable()
export class References {
  constructor(private readonly database: ProductDatabase) {}

  /** Refuses (400) the code of a unit that there isn't, or, where a scope is given, that lies outside it. */
  async demandUnit(code: string | null, within?: Scope): Promise<void> {
    if (code === null) return;
    const [place] = await this.database.query<{ enter: number }>(
      `SELECT t.enter FROM units u JOIN unit_tree t USING (unit_id)
         WHERE u.unit_code = $1 AND u.superseded_at IS NULL AND u.withdrawn_reason IS NULL LIMIT 1`,
      [code],
    );
    const units = within?.units;
    const inside = place && (!units || (place.enter >= units.enter && place.enter <= units.leave));
    if (!inside)
      throw badParameter(
        'unitCode',
        'unitCode: there is no such unit that you may see',
        'unknown-unit',
      );
  }

  /** Refuses (400) a number that no person has: a slip of the pen would leave a record open to its own subject. */
  async demandPerson(staffNo: string | null): Promise<void> {
    if (staffNo === null) return;
    const found = await this.database.query('SELECT FROM cadres WHERE staff_no = $1 LIMIT 1', [
      staffNo,
    ]);
    if (found.length === 0) {
      throw badParameter(
        'staffNo',
        'staffNo: nobody in the register has this number',
        'unknown-person',
      );
    }
  }
}
