import { storedFieldsOf } from '../kinds/kind-catalog.js';
import { quoted } from '../records/record-table.js';
import { finding } from '../validate/problem.js';
import { type Batch, contentSql, effectiveSql, placeOf, shownKeySql } from './batch.js';
import { findingSql } from './finding-sql.js';

const NOT_SETTLED = 'NOT EXISTS (SELECT FROM fate f WHERE f.line = k.line)';

/** Rows of one identity: all alike are repeats, else all of them are in conflict. */
export async function sortOutRepeats(batch: Batch): Promise<void> {
  const { client } = batch;
  const content = contentSql(batch.fields, 'k', 'k.staff_no');
  const lines = `(SELECT string_agg(line::text, ', ') FROM (
    SELECT r.line FROM repeated r WHERE r.record_key = k.record_key ORDER BY r.line LIMIT 10) l)`;
  await client.query(`
    WITH repeated AS MATERIALIZED (
      SELECT k.line, k.record_key, ${content} AS content, k.present
      FROM keyed k
      JOIN (SELECT record_key FROM keyed GROUP BY record_key HAVING count(*) > 1) twice USING (record_key)
    ), judged AS (
      SELECT line, record_key,
        row_number() OVER (PARTITION BY record_key ORDER BY line) AS nth,
        min(content::text || present) OVER same <> max(content::text || present) OVER same AS differs
      FROM repeated WINDOW same AS (PARTITION BY record_key)
    )
    INSERT INTO fate (line, fate, findings)
    SELECT k.line, CASE WHEN k.differs THEN 'refused' ELSE 'duplicate' END,
      CASE WHEN k.differs THEN ${findingSql(
        finding(
          'conflict',
          'Rows of this file have the same identity and different content: lines %s. Keep the right one, or settle it in quarantine.',
          '本文件中有多行标识相同而内容不同：第 %s 行。请只保留正确的一行，或在待处理区处理。',
        ),
        shownKeySql('k.record_key'),
        lines,
      )} END
    FROM judged k
    WHERE (k.differs OR k.nth > 1) AND ${NOT_SETTLED}`);
}

/**
 * Makes `target`: the current version that a row would replace, and whether the row says just the
 * same. What says the same is a duplicate; what names a withdrawn record is refused, unless the
 * batch reverts. Out of quarantine nothing goes over what came in after it.
 */
export async function compareWithCurrent(batch: Batch): Promise<void> {
  const { client, kind, system } = batch;
  const { table, owner } = placeOf(batch);
  // Whose a record is can be corrected too, where that is no part of its identity.
  const movable = 'staff_no' in kind.fields && !kind.identity.includes('staff_no');
  const sameOwner = movable ? [`k.owner IS NOT DISTINCT FROM c.${owner}`] : [];
  const same = batch.withdraw
    ? 'false'
    : storedFieldsOf(kind)
        .map((field) => {
          const value =
            field.name === 'staff_no' ? 'k.staff_no' : effectiveSql(batch, field.name, 'k', 'c');
          return `${value} IS NOT DISTINCT FROM c.${quoted(field.name)}`;
        })
        .concat(sameOwner)
        .join(' AND ');
  await client.query(
    `CREATE TEMP TABLE target ON COMMIT DROP AS
     SELECT k.line, c.${owner} AS owner, c.id, c.version, c.withdrawn_reason, c.import_id, (${same}) AS same
     FROM keyed k
     JOIN ${table} c ON c.source_system = $1 AND c.record_key = k.record_key
       AND c.superseded_at IS NULL
     WHERE ${NOT_SETTLED}`,
    [system],
  );
  if (batch.withdraw) {
    await refuseUnknownRecords(batch);
    return;
  }
  const revived = batch.revert ? 'AND t.withdrawn_reason IS NULL' : '';
  await client.query(
    `INSERT INTO fate (line, fate) SELECT t.line, 'duplicate' FROM target t WHERE t.same ${revived}`,
  );
  if (batch.releasing && !batch.revert) {
    await client.query(
      `INSERT INTO fate (line, fate)
       SELECT t.line, 'overtaken' FROM target t
       JOIN imports theirs ON theirs.id = t.import_id
       JOIN imports ours ON ours.id = $1
       WHERE theirs.recorded_at > ours.recorded_at
         AND NOT EXISTS (SELECT FROM fate f WHERE f.line = t.line)`,
      [batch.importId],
    );
  }
  if (batch.revert) return;
  await client.query(`
    INSERT INTO fate (line, fate, findings)
    SELECT k.line, 'refused', ${findingSql(
      finding(
        'withdrawn',
        'This record was withdrawn: %s. Send it with mode=revert if it is to count again.',
        '该记录已撤回：%s。如需恢复，请以 mode=revert 重新导入。',
      ),
      shownKeySql('k.record_key'),
      't.withdrawn_reason',
    )}
    FROM target t JOIN keyed k USING (line)
    WHERE t.withdrawn_reason IS NOT NULL AND ${NOT_SETTLED}`);
}

async function refuseUnknownRecords({ client }: Batch): Promise<void> {
  await client.query(
    `INSERT INTO fate (line, fate)
     SELECT t.line, 'duplicate' FROM target t WHERE t.withdrawn_reason IS NOT NULL`,
  );
  await client.query(`
    INSERT INTO fate (line, fate, findings)
    SELECT k.line, 'refused', ${findingSql(
      finding(
        'unknown-record',
        'There is no record of this identity (%s) from this system, so there is nothing to withdraw.',
        '该来源系统没有标识为 %s 的记录，无可撤回。',
      ),
      shownKeySql('k.record_key'),
      shownKeySql('k.record_key'),
    )}
    FROM keyed k
    WHERE ${NOT_SETTLED} AND NOT EXISTS (SELECT FROM target t WHERE t.line = k.line)`);
}
