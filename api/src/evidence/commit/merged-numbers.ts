import { finding } from '../validate/problem.js';
import type { Batch } from './batch.js';
import { findingSql } from './finding-sql.js';

/**
 * Refuses rows of the register of cadres under a number that was merged into another one: whoever
 * has that number is in the register by the other one already, and what the row says may differ.
 */
export async function refuseMergedNumbers(batch: Batch): Promise<void> {
  if (batch.kind.key !== 'cadres') return;
  await batch.client.query(`
    INSERT INTO fate (line, fate, findings)
    SELECT k.line, 'refused', ${findingSql(
      finding(
        'merged-number',
        'This number was merged into %s, of the same person. Leave the row out, or have the merge undone.',
        '该工号已并入同一人的工号 %s。请删去该行，或撤销合并。',
        batch.headerOf('staff_no'),
      ),
      'k.given',
      'm.into_staff_no',
    )}
    FROM keyed k JOIN merges m ON m.staff_no = k.given AND m.split_at IS NULL
    WHERE k.owner IS NULL AND NOT EXISTS (SELECT FROM fate f WHERE f.line = k.line)`);
}
