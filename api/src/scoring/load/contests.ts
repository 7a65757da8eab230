import {
  type ContestRow,
  type ContestsByCadre,
  contestsByCadre,
  NO_DAY,
  replies,
} from '@probity/analytics';
import type { ReadRows } from '../copy/copy-rows.js';
import { days, tableOf } from './record-query.js';
import type { Register } from './register.js';

/** Reads the contests of the register's cadres; `where` says which rows (SQL over the table's columns). */
export async function loadContests(
  read: ReadRows,
  { indexOf }: Register,
  where: string,
): Promise<ContestsByCadre> {
  const query = `SELECT cadre_id, ref, ${days('filed_on')}, ${days('answered_on')}
    FROM ${tableOf(replies.key)} WHERE kind = 'contest' AND ${where}`;
  const contests: ContestRow[] = [];
  for await (const rows of read(query)) {
    for (const [owner, ref, filedOn, answeredOn] of rows) {
      const cadre = indexOf.get(Number(owner));
      if (cadre === undefined) continue;
      contests.push({
        cadre,
        ref: String(ref),
        filedOn: Number(filedOn),
        answeredOn: answeredOn == null ? NO_DAY : Number(answeredOn),
      });
    }
  }
  return contestsByCadre(contests);
}
