import { type GateReasonKind, gateReasons } from '@probity/analytics';
import { z } from 'zod';
import { asOf, knownAt, policyVersion } from '../../platform/http/parameters.js';

export const casePath = z.strictObject({ caseNo: z.string().min(1).max(200) });

export const gateQuery = z.strictObject({
  asOf: asOf.describe('As-of date; the day of the decision once there is one, else today.'),
  knownAt,
  policyVersion,
});

/** Every kind of reason, in the order in which they are told. */
export const gateReasonKinds = Object.keys(gateReasons) as [GateReasonKind, ...GateReasonKind[]];

export const gateResult = z.enum(['clear', 'blocked']);

const reason = z.object({
  kind: z.enum(gateReasonKinds),
  ref: z.string().describe('The record behind it; the case number where there is none.'),
  message: z.string().describe('What it is, and what would clear it.'),
  missing: z
    .boolean()
    .describe('Something is not there yet, rather than speaks against the appointment.'),
});

export const gateAnswer = z.object({
  caseNo: z.string(),
  staffNo: z.string(),
  asOf: z.iso.date(),
  result: gateResult,
  reasons: z.array(reason),
});

export type CasePath = z.output<typeof casePath>;
export type GateQuery = z.output<typeof gateQuery>;
export type GateAnswer = z.output<typeof gateAnswer>;
