import type { WaitingRow } from '../../../data/queries/quarantine.query.js';

/** How a row leaves quarantine: by a decision, by itself, or mended and sent again. */
export type WayOut = 'decide' | 'wait' | 'mend';

/** The causes that a person may overrule by releasing the row; the API refuses it for others. */
const decidable: ReadonlySet<string> = new Set(['conflict', 'withdrawn']);

/** How rows that were refused for this cause leave quarantine. */
export function wayOutOf(code: string): WayOut {
  if (decidable.has(code)) return 'decide';
  return code === 'unknown-reference' ? 'wait' : 'mend';
}

/** Whether this row can be released: its cause can be overruled, and it could be read. */
export const isReleasable = ({ code, content }: WaitingRow): boolean =>
  wayOutOf(code) === 'decide' && content !== null;

/** Rows grouped by cause, the most frequent first. */
export function waitingGroupsOf(
  rows: readonly WaitingRow[],
): { readonly code: string; readonly rows: readonly WaitingRow[] }[] {
  return [...Map.groupBy(rows, ({ code }) => code)]
    .map(([code, group]) => ({ code, rows: group }))
    .sort((a, b) => b.rows.length - a.rows.length || a.code.localeCompare(b.code));
}
