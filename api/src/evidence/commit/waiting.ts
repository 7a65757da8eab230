import { finding } from '../validate/problem.js';
import { type Batch, contentSql, givenOf, keySql } from './batch.js';
import { findingSql } from './finding-sql.js';

const NOT_SETTLED = (line: string) => `NOT EXISTS (SELECT FROM fate f WHERE f.line = ${line})`;

const waitsAlready = findingSql(
  finding(
    'already-waiting',
    'This row was not imported: it already waits in quarantine, since import %s refused it.',
    '该行未导入：它已被第 %s 次导入拒收，正在待处理区等待处理。',
  ),
  'NULL',
  'q.import_id::text',
);

/** As `waitsAlready`, for an import that is refused for it: the cause is the one the row waits for. */
const waitsStill = `jsonb_build_array((${findingSql(
  finding(
    '',
    'This row waits in quarantine, since import %s refused it. Settle it there first.',
    '该行已被第 %s 次导入拒收，正在待处理区等待处理，请先在待处理区处理。',
  ),
  'NULL',
  'q.import_id::text',
)} -> 0) || jsonb_build_object('code', q.code))`;

async function anyWaits({ client, kind, system }: Batch): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT 1 FROM quarantine WHERE kind = $1 AND source_system = $2 AND state = 'waiting' LIMIT 1`,
    [kind.key, system],
  );
  return rows.length > 0;
}

/**
 * Rows that already wait in quarantine, as they are, are duplicates; with `refuse` they are refused
 * for what they wait for. To revert is what a row that was refused as withdrawn waits for, so such a
 * row is none then.
 */
export async function sortOutWaiting(batch: Batch, refuse = false): Promise<void> {
  if (!(await anyWaits(batch))) return;
  const { client, kind, system } = batch;
  const given = givenOf(batch);
  const fate = refuse ? `'refused', ${waitsStill}` : `'waiting', ${waitsAlready}`;
  await client.query(
    `INSERT INTO fate (line, fate, findings)
     SELECT DISTINCT ON (k.line) k.line, ${fate} FROM keyed k
     JOIN quarantine q ON q.kind = $1 AND q.source_system = $2 AND q.state = 'waiting'
       AND q.row_key = ${keySql(kind, 'k', given)} AND q.present = k.present
       AND NOT (${batch.revert} AND q.code = 'withdrawn')
     WHERE q.content = ${contentSql(batch.fields, 'k', given)} AND ${NOT_SETTLED('k.line')}
     ORDER BY k.line, q.id`,
    [kind.key, system],
  );
  // What could not be read is refused for that anyway.
  if (refuse) return;
  await client.query(
    `INSERT INTO fate (line, fate, findings)
     SELECT DISTINCT ON (s.line) s.line, ${fate} FROM stage s
     JOIN quarantine q ON q.kind = $1 AND q.source_system = $2 AND q.state = 'waiting'
       AND q.content IS NULL AND q.raw = s.raw
     WHERE s.problems IS NOT NULL
     ORDER BY s.line, q.id`,
    [kind.key, system],
  );
}

/**
 * Rows of earlier imports that wait under an identity that this batch brought, or found as it is,
 * need nobody any more: they are overtaken. What is to be withdrawn and what is to stand are two
 * matters. Returns how many were.
 */
export async function overtakeWaiting(batch: Batch): Promise<number> {
  if (!(await anyWaits(batch))) return 0;
  const { client, kind, system, importId } = batch;
  const { rowCount } = await client.query(
    `UPDATE quarantine q SET state = 'overtaken', settled_at = clock_timestamp()
     FROM (
       SELECT DISTINCT ${keySql(kind, 'k', givenOf(batch))} AS row_key
       FROM keyed k
       LEFT JOIN fate f ON f.line = k.line
       LEFT JOIN target t ON t.line = k.line
       WHERE f.line IS NULL OR (f.fate = 'duplicate' AND (t.withdrawn_reason IS NOT NULL) = $4 AND t.line IS NOT NULL)
     ) arrived, imports i
     WHERE q.kind = $1 AND q.source_system = $2 AND q.state = 'waiting'
       AND q.row_key = arrived.row_key AND q.import_id <> $3
       AND i.id = q.import_id AND (i.mode = 'withdraw') = $4`,
    [kind.key, system, importId, batch.withdraw],
  );
  return rowCount ?? 0;
}

/** Says that rows of a file that was sent before have changed since. Returns how many notes it took. */
export async function noteNewerVersions(batch: Batch): Promise<number> {
  if (batch.withdraw) return 0;
  const { client, importId } = batch;
  const { rowCount } = await client.query(
    `INSERT INTO import_problems (import_id, severity, line, column_name, code, message, message_zh, value)
     SELECT $1, 'warning', NULL, NULL, 'newer-version',
       'This file was imported before, and nothing of it was undone: a newer version of ' || count(*)
         || ' rows stands. Send the file with mode=revert to bring its content back.',
       '该文件此前已导入，本次未改动任何内容：其中 ' || count(*)
         || ' 行已有更新的版本。如需恢复为本文件内容，请以 mode=revert 重新导入。', NULL
     FROM target t WHERE NOT t.same OR t.withdrawn_reason IS NOT NULL
     HAVING count(*) > 0`,
    [importId],
  );
  return rowCount ?? 0;
}
