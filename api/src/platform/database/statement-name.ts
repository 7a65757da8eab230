import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/**
 * The name under which a connection remembers a statement: the same for the same one, and of no more than
 * the 63 letters that PostgreSQL takes. Texts are few, and each is asked for time after time.
 */
export function statementName(sql: string): string {
  const name = names.get(sql) ?? createHash('sha256').update(sql).digest('base64url');
  names.set(sql, name);
  return name;
}
