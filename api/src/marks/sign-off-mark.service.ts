import { Injectable } from '@nestjs/common';
import type { Band } from '@probity/analytics';
import { Database } from '../platform/database/database.js';
import { rfc3339 } from '../platform/instants.js';

/** A human's word beside a high band: on which score it was given, what was seen and what follows. */
export interface SignOff {
  readonly id: number;
  readonly signedBy: string;
  readonly signedAt: string;
  readonly seen: string;
  readonly follows: string;
  readonly asOf: string;
  /** Millipoints. */
  readonly score: number;
  readonly band: Band;
  readonly policyVersion: number;
  readonly runId: number;
  readonly knownAt: string;
}

const COLUMNS = `id, signed_by AS "signedBy", ${rfc3339('signed_at')} AS "signedAt", seen, follows,
  as_of AS "asOf", score, band, policy_version AS "policyVersion", run_id AS "runId",
  ${rfc3339('known_at')} AS "knownAt"`;

/** What was signed off about somebody. */
@Injectable()
export class SignOffMarkService {
  constructor(private readonly database: Database) {}

  /** Every sign-off of a cadre, the latest first. */
  all(cadreId: number): Promise<SignOff[]> {
    return this.database.query<SignOff>(
      `SELECT ${COLUMNS} FROM sign_offs WHERE cadre_id = $1 ORDER BY id DESC`,
      [cadreId],
    );
  }

  /** The last sign-off on a score as of this day (`YYYY-MM-DD`) or earlier, signed by an instant where one is given; undefined where there is none. */
  async latest(cadreId: number, asOf: string, knownAt?: string): Promise<SignOff | undefined> {
    const [found] = await this.database.plannedOnce<SignOff>(
      `SELECT ${COLUMNS} FROM sign_offs
       WHERE cadre_id = $1 AND as_of <= $2 AND ($3::timestamptz IS NULL OR signed_at <= $3)
       ORDER BY id DESC LIMIT 1`,
      [cadreId, asOf, knownAt ?? null],
    );
    return found;
  }
}
