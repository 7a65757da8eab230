import { peopleHiddenFrom } from '../../platform/access/hidden-people.sql.js';
import { belongsToUnit } from '../kinds/kind-catalog.js';
import { finding } from '../validate/problem.js';
import { type Batch, shownKeySql } from './batch.js';
import { findingSql } from './finding-sql.js';

/** Those whom the account that sent import `$1` may send nothing about. */
const ownPeople = `
  SELECT hidden.cadre_id FROM imports i
  JOIN accounts a ON a.id = i.account_id
  CROSS JOIN LATERAL (${peopleHiddenFrom('a')}) hidden
  WHERE i.id = $1`;

/**
 * Refuses rows about whoever sends them, and about people they are recused from: nobody enters,
 * corrects or withdraws evidence about themselves. Somebody else may send the same row.
 */
export async function refuseOwnRecords(batch: Batch): Promise<void> {
  if (belongsToUnit(batch.kind)) return;
  await batch.client.query(
    `WITH own AS MATERIALIZED (${ownPeople})
     INSERT INTO fate (line, fate, findings)
     SELECT k.line, 'refused', ${findingSql(
       finding(
         'own-record',
         'This row (%s) is about yourself or somebody you are recused from, so somebody else must send it.',
         '该行（%s）涉及您本人或您须回避的人员，请由他人报送。',
       ),
       shownKeySql('k.record_key'),
       shownKeySql('k.record_key'),
     )}
     FROM keyed k LEFT JOIN target t USING (line)
     WHERE (k.owner IN (SELECT cadre_id FROM own) OR t.owner IN (SELECT cadre_id FROM own))
       AND NOT EXISTS (SELECT FROM fate f WHERE f.line = k.line)`,
    [batch.importId],
  );
}
