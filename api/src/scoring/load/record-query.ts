import type { Field, Source } from '@probity/analytics';

/** The table of a kind of record. */
export const tableOf = (key: string): string => key.replaceAll('-', '_');

/** What is known now. */
export const KNOWN_NOW = 'superseded_at IS NULL AND withdrawn_reason IS NULL';

/** What was known at the instant that an SQL expression gives. */
export const knownAtInstant = (instant: string): string =>
  `recorded_at <= ${instant} AND (superseded_at IS NULL OR superseded_at > ${instant}) AND withdrawn_reason IS NULL`;

const isScored = (field: Field) =>
  field.type !== 'amount' && (field.type !== 'text' || !!field.column);

/** The fields of a source that scores, follow-ups or the record's name need, in the order in which they are read. */
export function neededFields(source: Source): readonly string[] {
  return Object.entries(source.fields)
    .filter(
      ([name, field]) =>
        name !== 'staff_no' &&
        (isScored(field) || name === 'ref' || source.identity.includes(name)),
    )
    .map(([name]) => name);
}

/** Whole days since 1970-01-01, which is how dates stand in columns. */
export const days = (column: string): string => `(${column} - DATE '1970-01-01')`;

/**
 * Reads a source's rows: cadre, system, then `neededFields`. `where` says which: SQL over the
 * table's columns.
 */
export function sourceQuery(source: Source, where: string): string {
  const fields = neededFields(source).map((name) =>
    source.fields[name]?.type === 'date' ? `${days(name)} AS ${name}` : name,
  );
  return `SELECT ${['cadre_id', 'source_system', ...fields].join(', ')} FROM ${tableOf(source.key)} WHERE ${where}`;
}

/** Reads the register of cadres, one row each: of several systems' rows the latest. */
export const cadresQuery = (where: string): string =>
  `SELECT DISTINCT ON (cadre_id) cadre_id, staff_no, name, unit_code, post, rank, head,
      ${days('appointed_on')} AS appointed_on, ${days('left_on')} AS left_on
    FROM cadres WHERE ${where} ORDER BY cadre_id, recorded_at DESC, id DESC`;

/** Reads the postings. */
export const postingsQuery = (where: string): string =>
  `SELECT cadre_id, unit_code, post, rank, head, ${days('from_on')} AS from_on,
      ${days('to_on')} AS to_on
    FROM postings WHERE ${where}`;
