import { type TalkKind, type TalkRule, talkRules } from '@probity/analytics';
import { z } from 'zod';
import { date, page, query, several, unit } from '../../platform/http/parameters.js';
import { proposalStates } from './talk-proposal.js';

const rules = Object.keys(talkRules) as [TalkRule, ...TalkRule[]];
const kinds = [
  'communication',
  'inquiry',
  'reminding',
  'helping',
  'post_adjustment',
  'admonition',
] as const satisfies readonly TalkKind[];

/** `GET talk-proposals`: which ones. */
export const proposalsQuery = z.strictObject({
  state: several(proposalStates).optional().describe('One state or several; all where not given.'),
  rule: several(rules).optional(),
  kind: several(kinds).optional().describe('The kind agreed to, else the proposed one.'),
  unit,
  staffNo: z.string().min(1).max(200).optional(),
  q: query.describe('Part of a name, a staff number or a record number.'),
  ...page,
});

export const numberPath = z.strictObject({ number: z.string().min(1).max(50) });

const version = z
  .int()
  .positive()
  .optional()
  .describe('The version that was looked at: refused where somebody has decided since.');

/** The talk as the inspector wants it; as proposed where nothing else is said. */
export const acceptance = z.strictObject({
  kind: z.enum(kinds).optional().describe('As proposed where it is not given.'),
  plannedOn: date
    .optional()
    .describe('Until when it is to be held, today or later; by policy where it is not given.'),
  note: z.string().trim().min(1).max(1000).optional(),
  version,
});

export const refusal = z.strictObject({
  reason: z.string().trim().min(1, 'say why').max(1000),
  version,
});

const state = z.enum(proposalStates);

export const proposal = z.object({
  number: z.string(),
  version: z.int(),
  staffNo: z.string(),
  name: z.string(),
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  rule: z.enum(rules),
  ruleLabel: z.string(),
  source: z.string(),
  ref: z.string().describe('The record behind it; the talk carries it as because_of.'),
  proposedKind: z.enum(kinds),
  metOn: z.iso.date().describe('Since when the rule is met.'),
  reason: z.string(),
  policyVersion: z.int(),
  state: state.describe('withdrawn: the rule no longer holds, or a talk was held already.'),
  kind: z.enum(kinds).nullable().describe('What was agreed to.'),
  plannedOn: z.iso.date().nullable(),
  decidedOn: z.iso.date().nullable(),
  note: z.string().nullable(),
  heldOn: z.iso.date().nullable().describe('When a talk because of the record was held.'),
  heldRef: z.string().nullable(),
  recordedAt: z.iso.datetime(),
  recordedBy: z.string(),
});

export const proposalsAnswer = z.object({
  total: z.int(),
  rows: z.array(proposal).describe('The longest waiting first.'),
});

export const proposalHistory = proposal.extend({
  versions: z
    .array(
      z.object({
        version: z.int(),
        recordedAt: z.iso.datetime(),
        recordedBy: z.string(),
        state,
        kind: z.enum(kinds).nullable(),
        plannedOn: z.iso.date().nullable(),
        note: z.string().nullable(),
      }),
    )
    .describe('Oldest first.'),
});

export type ProposalsQuery = z.output<typeof proposalsQuery>;
export type Acceptance = z.output<typeof acceptance>;
export type Refusal = z.output<typeof refusal>;
export type ProposalAnswer = z.output<typeof proposal>;
export type ProposalsAnswer = z.output<typeof proposalsAnswer>;
export type ProposalHistory = z.output<typeof proposalHistory>;
