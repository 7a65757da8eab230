import type { RecordKind } from './record-kind.js';

/**
 * What people call a record: its ref or case number, else its identity, the parts that are not
 * empty, joined by `/`. Follow-ups are named after their records in the same way.
 */
export function refOf(
  kind: Pick<RecordKind, 'identity'>,
  cells: Readonly<Record<string, unknown>>,
): string {
  const filled = (name: string) =>
    cells[name] !== null && cells[name] !== undefined && cells[name] !== '';
  const named = ['ref', 'case_no'].find((name) => kind.identity.includes(name) && filled(name));
  return (named ? [named] : kind.identity.filter(filled))
    .map((name) => String(cells[name]))
    .join('/');
}
