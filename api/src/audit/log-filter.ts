import type { LogQuery } from './audit.dto.js';

/** Conditions of SQL and the values they are given. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const outcomeSql = `CASE WHEN status IS NULL THEN 'asked' WHEN status < 400 THEN 'served'
  WHEN status < 500 THEN 'refused' ELSE 'failed' END`;

/** The outcome of an entry, as a column. */
export const outcomeColumn = `${outcomeSql} AS outcome`;

/** SQL: tokens as the log names them (`said`, a name that no table of the log has), and whose each is (`account`). */
const TOKENS = `(
  SELECT t.id, 'token:' || t.id || ':' || t.name AS said, coalesce(a.name, t.made_by) AS account
  FROM api_tokens t LEFT JOIN accounts a ON a.id = t.maker_id) tokens`;

/**
 * SQL for the account whose token asked, by the subject of an entry; null for accounts and the product
 * themselves. Looked up now: it is no part of the chain.
 */
export const accountBehind = (subject: string): string => `
  CASE WHEN ${subject} ~ '^token:[0-9]{1,18}:' THEN (
    SELECT tokens.account FROM ${TOKENS}
    WHERE tokens.id = split_part(${subject}, ':', 2)::bigint AND tokens.said = ${subject}
  ) END`;

type Filter = Pick<LogQuery, 'from' | 'to'> & Partial<Omit<LogQuery, 'limit' | 'bom'>>;

/** Which entries of `audit_log` a question is about; days are those of `timeZone`. */
export function conditionOf(filter: Filter, timeZone: string): Condition {
  const values: unknown[] = [];
  const given = (value: unknown) => `$${values.push(value)}`;
  const startOf = (day: string, plus: number) =>
    `((${given(day)}::date + ${plus})::timestamp AT TIME ZONE ${given(timeZone)})`;
  const parts = ['true'];
  if (filter.from) parts.push(`at >= ${startOf(filter.from, 0)}`);
  if (filter.to) parts.push(`at < ${startOf(filter.to, 1)}`);
  if (filter.subject) {
    const subject = given(filter.subject);
    parts.push(
      `(subject = ${subject} OR subject IN (SELECT tokens.said FROM ${TOKENS} WHERE tokens.account = ${subject}))`,
    );
  }
  if (filter.person) parts.push(`people @> ARRAY[${given(filter.person)}::text]`);
  if (filter.action) parts.push(`action = ${given(filter.action)}`);
  if (filter.outcome) parts.push(`${outcomeSql} = ${given(filter.outcome)}`);
  if (filter.before) parts.push(`seq < ${given(filter.before)}`);
  return { sql: parts.join(' AND '), values };
}
