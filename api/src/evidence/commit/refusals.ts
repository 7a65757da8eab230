import { quoted, sqlTypeOf } from '../records/record-table.js';
import { type Batch, contentSql, givenOf, keySql } from './batch.js';

/** What a row was refused for, or is worth a look for: those of the stage and those found since. */
const causes = `
  SELECT s.line, s.problems AS findings FROM stage s
  WHERE s.problems IS NOT NULL AND NOT EXISTS (SELECT FROM fate f WHERE f.line = s.line)
  UNION ALL
  SELECT f.line, f.findings FROM fate f WHERE f.fate = 'refused'`;

const insertProblems = (severity: string, source: string) => `
  INSERT INTO import_problems (import_id, severity, line, column_name, code, message, message_zh, value)
  SELECT $1, '${severity}', c.line, f.found ->> 'column', f.found ->> 'code',
    f.found -> 'message' ->> 'en', f.found -> 'message' ->> 'zh-CN', f.found ->> 'value'
  FROM (${source}) c, jsonb_array_elements(c.findings) WITH ORDINALITY AS f(found, nth)
  ORDER BY c.line, f.nth`;

/** Keeps the cause of every refused row for errors.csv. Returns how many causes there are. */
export async function keepCauses({ client, importId }: Batch): Promise<number> {
  return (await client.query(insertProblems('error', causes), [importId])).rowCount ?? 0;
}

/** Keeps what was worth a look; of rows that wait already, that they do. Returns how many such notes there are. */
export async function keepWarnings({ client, importId }: Batch): Promise<number> {
  const notes = `
    SELECT s.line, s.warnings AS findings FROM stage s
    WHERE s.warnings IS NOT NULL AND s.problems IS NULL
      AND NOT EXISTS (SELECT FROM fate f WHERE f.line = s.line AND f.fate = 'waiting')`;
  const { rowCount } = await client.query(
    insertProblems('warning', `${notes} UNION ALL ${waiting}`),
    [importId],
  );
  return rowCount ?? 0;
}

/** Says of every row that waits already that it does. Returns how many do. */
export async function keepWaitingNotes({ client, importId }: Batch): Promise<number> {
  return (await client.query(insertProblems('warning', waiting), [importId])).rowCount ?? 0;
}

const waiting = `SELECT f.line, f.findings FROM fate f WHERE f.fate = 'waiting'`;

/** SQL for the cells of a row of the stage as the file has them, where its values tell them all: as JSON.stringify writes them. */
function rawSql({ columns }: Batch): string {
  const cells = columns.map((field) => {
    if (!field) return `'""'`;
    const value = `s.${quoted(field.name)}`;
    const type = sqlTypeOf(field);
    const text = type === 'date' ? `to_char(${value}, 'YYYY-MM-DD')` : `${value}::text`;
    return `to_json(coalesce(${text}, ''))::text`;
  });
  return `concat('[', concat_ws(',', ${['NULL', ...cells].join(', ')}), ']')`;
}

/** Puts every refused row into quarantine, whole, with what it waits for. */
export async function quarantine(batch: Batch): Promise<void> {
  const { client, kind, system, importId } = batch;
  const given = givenOf(batch);
  const identity = kind.identity.map((name) => `s.${quoted(name)}`).join(', ');
  await client.query(
    `INSERT INTO quarantine (import_id, kind, source_system, line, code, row_key, content, present, raw)
     SELECT $1, $2, $3, s.line, coalesce(f.findings, s.problems) -> 0 ->> 'code',
       CASE WHEN k.line IS NOT NULL THEN ${keySql(kind, 'k', given)}
         WHEN num_nonnulls(${identity}) > 0 THEN ${keySql(kind, 's')} END,
       CASE WHEN k.line IS NOT NULL THEN ${contentSql(batch.fields, 'k', given)} END,
       k.present, coalesce(s.raw, ${rawSql(batch)})
     FROM (${causes}) c
     JOIN stage s ON s.line = c.line
     LEFT JOIN fate f ON f.line = s.line
     LEFT JOIN keyed k ON k.line = s.line
     ORDER BY s.line`,
    [importId, kind.key, system],
  );
  await client.query(
    `INSERT INTO quarantine_reference (reference, quarantine_id)
     SELECT DISTINCT w.reference, q.id
     FROM fate f CROSS JOIN unnest(f.waits_for) AS w(reference)
     JOIN quarantine q ON q.import_id = $1 AND q.line = f.line
     WHERE f.fate = 'refused'`,
    [importId],
  );
}
