import type { ContestOutcome, ReplyKind } from '@probity/analytics';
import { rfc3339 } from '../../platform/instants.js';
import type { Statement } from './replies.dto.js';

/** One version of a statement, as its table has it. */
export interface StatementVersion {
  readonly ref: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly supersededAt: string | null;
  readonly withdrawnReason: string | null;
  readonly recordedBy: string;
  readonly kind: ReplyKind;
  readonly source: string | null;
  readonly recordRef: string | null;
  readonly system: string | null;
  readonly text: string;
  readonly filedOn: string;
  readonly filedBy: string;
  readonly filedThrough: 'office' | 'link';
  readonly answeredOn: string | null;
  readonly answeredBy: string | null;
  readonly outcome: ContestOutcome | null;
  readonly answer: string | null;
  readonly correction: string | null;
}

/** What a version says, without when it was written and by whom. */
export type StatementContent = Omit<
  StatementVersion,
  'version' | 'recordedAt' | 'supersededAt' | 'recordedBy'
>;

/** The columns of what a version says, by member. */
export const contentColumns: Readonly<Record<keyof StatementContent, string>> = {
  ref: 'ref',
  withdrawnReason: 'withdrawn_reason',
  kind: 'kind',
  source: 'about_source',
  recordRef: 'about_ref',
  system: 'about_system',
  text: 'text',
  filedOn: 'filed_on',
  filedBy: 'filed_by',
  filedThrough: 'filed_through',
  answeredOn: 'answered_on',
  answeredBy: 'answered_by',
  outcome: 'outcome',
  answer: 'answer',
  correction: 'correction',
};

/** Every member as SQL, for a SELECT over `replies`. */
export const versionColumns = [
  ...Object.entries(contentColumns).map(([member, column]) => `${column} AS "${member}"`),
  'version',
  'recorded_by AS "recordedBy"',
  `${rfc3339('recorded_at')} AS "recordedAt"`,
  `${rfc3339('superseded_at')} AS "supersededAt"`,
].join(', ');

/** What became of a statement. */
export function stateOf(latest: StatementVersion): Statement['state'] {
  if (latest.withdrawnReason !== null) return 'withdrawn';
  if (latest.kind === 'reply') return 'noted';
  return latest.answeredOn === null ? 'unanswered' : 'answered';
}
