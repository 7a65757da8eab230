import { type AppointmentStage, appointmentStages, caseFollowUpKinds } from '@probity/analytics';
import { z } from 'zod';
import { asOf, flag, page, several, unit } from '../../platform/http/parameters.js';
import { gateReasonKinds, gateResult } from '../gate/gate.dto.js';
import { breach } from '../seals/seal.dto.js';

const stages = Object.keys(appointmentStages) as [AppointmentStage, ...AppointmentStage[]];

export const boardQuery = z.strictObject({
  asOf,
  stage: several(stages).optional().describe('One stage or several, separated by commas.'),
  unit: unit.describe('Unit code: cases of the people of its whole subtree.'),
  blocked: flag.optional().describe('Only those whose gate is blocked, or only the others.'),
  ...page,
});

export const breachesQuery = z.strictObject({ asOf, unit: boardQuery.shape.unit, ...page });

/** What every answer says of a case. */
export const caseFacts = {
  caseNo: z.string(),
  listNo: z.string().nullable(),
  kind: z.enum(['promotion', 'transfer']).nullable(),
  staffNo: z.string(),
  name: z.string(),
  unitCode: z.string().describe('Of the post.'),
  unitName: z.string().nullable(),
  post: z.string(),
  postCode: z.string().nullable(),
  rank: z.string(),
  openedOn: z.iso.date(),
  decidedOn: z.iso.date().nullable(),
  decision: z.enum(['appointed', 'withdrawn', 'rejected']).nullable(),
  hasLeft: z.boolean().describe('Whether the candidate is no longer in service.'),
};

const boardRow = z.object({
  ...caseFacts,
  stage: z.enum(stages).describe('The first step of which something is missing.'),
  result: gateResult.describe('Of the gate: on the day of the decision once there is one.'),
  blockedBy: z.array(z.enum(gateReasonKinds)),
  breach,
  sealed: z.boolean().describe('Whether breach and gate are told from the sealed dossier.'),
  next: z
    .object({
      kind: z.enum(caseFollowUpKinds),
      dueOn: z.iso.date(),
      daysLeft: z.int().describe('Below zero: so many days late.'),
    })
    .nullable()
    .describe('The first deadline that is not kept yet; null for decided cases.'),
  samePost: z.array(z.string()).describe('Other open cases for the same post.'),
});

export const boardAnswer = z.object({
  asOf: z.iso.date(),
  policyVersion: z.int(),
  total: z.int(),
  stages: z.record(z.string(), z.int()).describe('How many cases are at each stage, unfiltered.'),
  blockedCount: z.int().describe('Open cases whose gate is blocked, unfiltered.'),
  breachCount: z.int().describe('Appointments against a blocked gate, unfiltered.'),
  rows: z
    .array(boardRow)
    .describe(
      'Breaches first, then open cases by their next deadline, then decided ones, latest first.',
    ),
});

export const breachesAnswer = z.object({
  asOf: z.iso.date(),
  total: z.int(),
  rows: z.array(boardRow).describe('Latest decision first.'),
});

export type BoardQuery = z.output<typeof boardQuery>;
export type BreachesQuery = z.output<typeof breachesQuery>;
export type BoardRow = z.output<typeof boardRow>;
export type BoardAnswer = z.output<typeof boardAnswer>;
