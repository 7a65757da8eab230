import type { Decision, WaitingRow } from '../../../data/queries/quarantine.query.js';

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

/** Whether the release of this row was proposed, and waits for a second person. */
export const isProposed = ({ proposal }: WaitingRow): boolean => proposal?.state === 'waiting';

/** Who decides, as the session says it. */
export interface Decider {
  readonly name: string;
  readonly mayApprove: boolean;
}

/** What this person may decide about a row, the most likely first; the API refuses the rest. */
export function decisionsOn(row: WaitingRow, who: Decider | undefined): readonly Decision[] {
  if (!isProposed(row)) return isReleasable(row) ? ['release', 'discard'] : ['discard'];
  if (row.proposal?.proposedBy === who?.name) return ['decline', 'discard'];
  return who?.mayApprove ? ['approve', 'decline', 'discard'] : ['discard'];
}

/** Rows grouped by cause, the most frequent first. */
export function waitingGroupsOf(
  rows: readonly WaitingRow[],
): { readonly code: string; readonly rows: readonly WaitingRow[] }[] {
  return [...Map.groupBy(rows, ({ code }) => code)]
    .map(([code, group]) => ({ code, rows: group }))
    .sort((a, b) => b.rows.length - a.rows.length || a.code.localeCompare(b.code));
}
