import type { Finding } from '../validate/problem.js';

const literal = (text: string | null) =>
  text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`;

/**
 * SQL for a JSON array of one finding. `value` is SQL for the cell; `said`, if given, is SQL for
 * what stands for `%s` in both messages.
 */
export function findingSql(found: Finding, value: string, said?: string): string {
  const message = (text: string) =>
    said ? `replace(${literal(text)}, '%s', coalesce(${said}, ''))` : literal(text);
  return `jsonb_build_array(jsonb_build_object(
    'code', ${literal(found.code)}, 'column', ${literal(found.column)}::text, 'value', ${value},
    'message', jsonb_build_object('en', ${message(found.message.en)}, 'zh-CN', ${message(found.message['zh-CN'])})))`;
}
