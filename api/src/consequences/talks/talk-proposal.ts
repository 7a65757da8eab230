import type { TalkKind, TalkRule } from '@probity/analytics';
import { rfc3339 } from '../../platform/instants.js';

/** What can become of a proposal: nobody has decided yet, an inspector has, or its rule no longer holds. */
export const proposalStates = ['open', 'accepted', 'declined', 'withdrawn'] as const;

export type ProposalState = (typeof proposalStates)[number];

/** One version of a proposal, as its table has it. Dates are `YYYY-MM-DD`. */
export interface TalkProposal {
  readonly cadreId: number;
  readonly number: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly rule: TalkRule;
  readonly source: string;
  readonly ref: string;
  readonly proposedKind: TalkKind;
  readonly metOn: string;
  readonly reasonEn: string;
  readonly reasonZh: string;
  readonly policyVersion: number;
  readonly state: ProposalState;
  /** What was agreed to; null where nothing was. */
  readonly kind: TalkKind | null;
  readonly plannedOn: string | null;
  readonly decidedOn: string | null;
  readonly note: string | null;
}

/** What a version says, without when it was written and by whom. */
export type ProposalContent = Omit<TalkProposal, 'version' | 'recordedAt' | 'recordedBy'>;

/** The columns of what a version says, by member. */
export const contentColumns: Readonly<Record<keyof ProposalContent, string>> = {
  cadreId: 'cadre_id',
  number: 'number',
  rule: 'rule',
  source: 'source',
  ref: 'ref',
  proposedKind: 'proposed_kind',
  metOn: 'met_on',
  reasonEn: 'reason_en',
  reasonZh: 'reason_zh',
  policyVersion: 'policy_version',
  state: 'state',
  kind: 'kind',
  plannedOn: 'planned_on',
  decidedOn: 'decided_on',
  note: 'note',
};

/** Every member as SQL, for a SELECT over `talk_proposals` with this alias. */
export const proposalColumns = (p: string): string =>
  [
    ...Object.entries(contentColumns).map(([member, column]) => `${p}.${column} AS "${member}"`),
    `${p}.version`,
    `${p}.recorded_by AS "recordedBy"`,
    `${rfc3339(`${p}.recorded_at`)} AS "recordedAt"`,
  ].join(', ');
