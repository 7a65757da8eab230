import { belongsToUnit } from '../kinds/kind-catalog.js';
import { finding } from '../validate/problem.js';
import { type Batch, shownKeySql } from './batch.js';
import { findingSql } from './finding-sql.js';

const current = (t: string) => `${t}.superseded_at IS NULL AND ${t}.withdrawn_reason IS NULL`;

/** The person whom the account that sent import `$1` belongs to, and those it is recused from, under all their numbers. */
const ownPeople = `
  WITH meant AS (
    SELECT c.cadre_id FROM imports i
    JOIN accounts a ON a.id = i.account_id
    JOIN cadres c ON c.staff_no = a.staff_no
      OR c.staff_no IN (SELECT r.staff_no FROM recusals r WHERE r.account_id = a.id)
    WHERE i.id = $1
  )
  SELECT cadre_id FROM meant
  UNION
  SELECT unnest(ARRAY[x.cadre_id, c.cadre_id]) FROM cadre_aliases x
  JOIN cadres c ON c.staff_no = x.identifier AND c.source_system = x.system
  WHERE ${current('x')}
    AND (x.cadre_id IN (SELECT cadre_id FROM meant) OR c.cadre_id IN (SELECT cadre_id FROM meant))
  UNION
  SELECT unnest(ARRAY[m.cadre_id, m.now_id]) FROM merges m
  WHERE m.split_at IS NULL
    AND (m.cadre_id IN (SELECT cadre_id FROM meant) OR m.now_id IN (SELECT cadre_id FROM meant))`;

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
