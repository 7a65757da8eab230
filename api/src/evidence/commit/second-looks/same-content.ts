import { storedFieldsOf } from '../../kinds/kind-catalog.js';
import { quoted } from '../../records/record-table.js';
import { finding } from '../../validate/problem.js';
import { type Batch, isInEveryRow, placeOf, shownKeySql } from '../batch.js';
import { findingSql } from '../finding-sql.js';
import { shapeSql } from '../references/look-alike.js';

/**
 * Notes rows just written whose content already stands under another system or another ref: most
 * often one event that two offices recorded, or one that was numbered twice. Returns how many.
 */
export async function noteSameContent(batch: Batch, at: string): Promise<number> {
  const { client, kind, importId, system } = batch;
  const { table, owner } = placeOf(batch);
  const byRef = 'ref' in kind.fields;
  if (!byRef) {
    const { rows } = await client.query(
      `SELECT 1 FROM ${table} WHERE source_system <> $1 LIMIT 1`,
      [system],
    );
    if (rows.length === 0) return 0;
  }
  const compared = storedFieldsOf(kind).filter((field) => field.name !== 'ref');
  const content = `hashtextextended(ROW(${compared.map((field) => `o.${quoted(field.name)}`).join(', ')})::text, 0)`;
  // What is alike is alike in its date, too: days are compared before whole rows. Where a row may leave
  // its date as it stands, the file does not tell it.
  const date = compared.find((field) => field.type === 'date' && isInEveryRow(batch, field.name));
  const dated = (alias: string) =>
    date ? `coalesce(${alias}.${quoted(date.name)}, '-infinity')` : 'true';
  const message = finding(
    'same-content',
    'The same content stands under %s. If it is one event, withdraw one of the two.',
    '相同内容已记录于 %s。如属同一事项，请撤回其中之一。',
  );
  const name = byRef ? `o.source_system || ' ' || coalesce(o.ref, '')` : 'o.source_system';
  // Contents and names are put together for the few only who have several rows of one day, in the file or beside
  // it; how few is known by then, so that nobody else's rows are read again.
  const { rowCount: nearCount } = await client.query(
    `CREATE TEMP TABLE near ON COMMIT DROP AS
     WITH arrived AS MATERIALIZED (
       SELECT k.owner, ${dated('k')} AS dated FROM keyed k
       WHERE NOT EXISTS (SELECT FROM fate f WHERE f.line = k.line)
     )
     SELECT owner, dated FROM arrived GROUP BY 1, 2 HAVING count(*) > 1
     UNION
     SELECT o.${owner}, ${dated('o')} FROM ${table} o
     WHERE (o.${owner}, ${dated('o')}) IN (SELECT owner, dated FROM arrived)
       AND o.superseded_at IS NULL AND o.withdrawn_reason IS NULL
       AND NOT (o.recorded_at = $2 AND o.source_system = $1)`,
    [system, at],
  );
  if (!nearCount) return 0;
  await client.query('ANALYZE near');
  // Grouped by content: to join a cadre's rows with one another would be by every pair.
  const { rowCount } = await client.query(
    `WITH standing AS MATERIALIZED (
       SELECT o.${owner} AS owner, o.id, ${content} AS content, ${name} AS name,
         CASE WHEN o.source_system = $2 AND o.recorded_at = $3 THEN o.record_key END AS written_key
       FROM ${table} o
       WHERE (o.${owner}, ${dated('o')}) IN (SELECT owner, dated FROM near)
         AND o.superseded_at IS NULL AND o.withdrawn_reason IS NULL
     ), repeated AS MATERIALIZED (
       SELECT owner, content FROM standing
       GROUP BY owner, content HAVING count(*) > 1 AND count(written_key) > 0
     ), alike AS MATERIALIZED (
       SELECT owner, content, min(id) AS first, (array_agg(name ORDER BY id))[1:2] AS names
       FROM standing JOIN repeated USING (owner, content)
       GROUP BY owner, content
     ), noted AS MATERIALIZED (
       SELECT s.written_key, a.names[CASE WHEN a.first = s.id THEN 2 ELSE 1 END] AS name
       FROM standing s JOIN alike a USING (owner, content)
       WHERE s.written_key IS NOT NULL
     )
     INSERT INTO import_problems (import_id, severity, line, column_name, code, message, message_zh, value)
     SELECT $1, 'warning', d.line, NULL, f ->> 'code', f -> 'message' ->> 'en', f -> 'message' ->> 'zh-CN', f ->> 'value'
     FROM (
       SELECT k.line, ${findingSql(message, shownKeySql('n.written_key'), 'n.name')} -> 0 AS f
       FROM noted n JOIN keyed k ON k.record_key = n.written_key
       WHERE NOT EXISTS (SELECT FROM fate f WHERE f.line = k.line)
       ORDER BY k.line
     ) d`,
    [importId, system, at],
  );
  return rowCount ?? 0;
}

/** Notes new staff numbers that are easily taken for one that is already there. Returns how many. */
export async function noteLookAlikes(batch: Batch): Promise<number> {
  if (batch.kind.key !== 'cadres') return 0;
  const message = finding(
    'look-alike',
    'This number looks like %s, which is another cadre. Check that they are two people.',
    '该工号与 %s 形似，但属于另一名干部，请核对是否为同一人。',
    batch.headerOf('staff_no'),
  );
  // Shapes are worked out once for each number and grouped: a join over them would be by every pair.
  const { rowCount } = await batch.client.query(
    `WITH alike AS MATERIALIZED (
       SELECT array_agg(DISTINCT staff_no) AS numbers FROM cadres
       WHERE superseded_at IS NULL AND withdrawn_reason IS NULL
       GROUP BY ${shapeSql('staff_no')} HAVING min(staff_no) <> max(staff_no)
     ), pairs AS MATERIALIZED (
       SELECT given, (SELECT min(other) FROM unnest(numbers) other WHERE other <> given) AS known
       FROM alike, unnest(numbers) given
     )
     INSERT INTO import_problems (import_id, severity, line, column_name, code, message, message_zh, value)
     SELECT $1, 'warning', d.line, f ->> 'column', f ->> 'code', f -> 'message' ->> 'en', f -> 'message' ->> 'zh-CN', f ->> 'value'
     FROM (
       SELECT k.line, ${findingSql(message, 'k.staff_no', 'p.known')} -> 0 AS f
       FROM keyed k
       JOIN pairs p ON p.given = k.staff_no
       WHERE NOT EXISTS (SELECT FROM fate f WHERE f.line = k.line)
         AND NOT EXISTS (SELECT FROM target t WHERE t.line = k.line)
     ) d`,
    [batch.importId],
  );
  return rowCount ?? 0;
}
