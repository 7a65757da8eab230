import { finding } from '../../validate/problem.js';
import type { Batch } from '../batch.js';
import { findingSql } from '../finding-sql.js';

/** The kinds that put people into units, with the day from which a row `n` does so. */
const placing: Readonly<Record<string, string>> = {
  cadres:
    '(SELECT CASE WHEN n.left_on IS NULL THEN coalesce(placed_on, current_date) ELSE n.left_on - 1 END FROM commit_clock)',
  postings: 'n.from_on',
  'appointment-case': 'n.opened_on',
};

/** Notes people whom this batch puts into a unit that was closed by then. Returns how many. */
export async function noteClosedUnits(batch: Batch, at: string): Promise<number> {
  const day = placing[batch.kind.key];
  if (!day) return 0;
  const table = batch.kind.key.replaceAll('-', '_');
  const message = finding(
    'closed-unit',
    'This unit was closed on %s and takes nobody from then on. Name the unit that took over.',
    '该单位已于 %s 撤销，此后不再接收人员，请填写承接单位。',
    batch.headerOf('unit_code'),
  );
  const { rowCount } = await batch.client.query(
    `INSERT INTO import_problems (import_id, severity, line, column_name, code, message, message_zh, value)
     SELECT $1, 'warning', d.line, f ->> 'column', f ->> 'code', f -> 'message' ->> 'en', f -> 'message' ->> 'zh-CN', f ->> 'value'
     FROM (
       SELECT k.line, ${findingSql(message, 'n.unit_code', 'u.closed_on::text')} -> 0 AS f
       FROM keyed k
       JOIN ${table} n ON n.source_system = $2 AND n.record_key = k.record_key AND n.recorded_at = $3
       JOIN LATERAL (
         SELECT closed_on FROM units
         WHERE unit_code = n.unit_code AND superseded_at IS NULL AND withdrawn_reason IS NULL
         ORDER BY recorded_at DESC, id DESC LIMIT 1
       ) u ON u.closed_on <= ${day}
       WHERE NOT EXISTS (SELECT FROM fate f WHERE f.line = k.line)
     ) d`,
    [batch.importId, batch.system, at],
  );
  return rowCount ?? 0;
}
