import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/**
 * The cadres (`cadre_id`) with a contest that was filed by a day and not answered by it, as a
 * subquery; `day` is SQL for the day. `known` says which versions count (SQL over the table's
 * columns), those known now where it is not given. Read live, so that a mark shows with the next answer.
 */
export const contestedPeople = (
  day: string,
  known = 'superseded_at IS NULL AND withdrawn_reason IS NULL',
): string => `(
  SELECT cadre_id FROM replies
  WHERE kind = 'contest' AND filed_on <= ${day} AND (answered_on IS NULL OR answered_on > ${day})
    AND ${known})`;

/** Whether somebody's records are contested. */
@Injectable()
export class ContestedService {
  constructor(private readonly database: Database) {}

  /** Whether a contest of this cadre was open on a day (`YYYY-MM-DD`), by what was known at an instant (now where not given). */
  async isContested(cadreId: number, asOf: string, knownAt?: string): Promise<boolean> {
    const known =
      knownAt === undefined
        ? undefined
        : `recorded_at <= $3::timestamptz AND withdrawn_reason IS NULL
           AND (superseded_at IS NULL OR superseded_at > $3::timestamptz)`;
    const [found] = await this.database.plannedOnce<{ contested: boolean }>(
      `SELECT $1::bigint IN ${contestedPeople('$2::date', known)} AS contested`,
      knownAt === undefined ? [cadreId, asOf] : [cadreId, asOf, knownAt],
    );
    return found?.contested === true;
  }
}
