import { caseFollowUpKinds } from '@probity/analytics';
import { z } from 'zod';
import { asOf } from '../../platform/http/parameters.js';
import { boardAnswer, caseFacts } from '../board/board.dto.js';
import { gateReasonKinds, gateResult } from '../gate/gate.dto.js';
import { breach } from '../seals/seal.dto.js';

const date = z.iso.date();
const named = { key: z.string(), label: z.string() };

export const dossierQuery = z.strictObject({
  asOf: asOf.describe('As-of date; the day of the decision once there is one, else today.'),
});

const reason = z.object({
  kind: z.enum(gateReasonKinds),
  label: z.string(),
  ref: z.string(),
  source: z.string().nullable().describe('The kind of the record behind it, if it has one.'),
  message: z.string(),
  clearedBy: z.string().describe('What would clear it.'),
  missing: z.boolean(),
});

const deadline = z.object({
  kind: z.enum(caseFollowUpKinds),
  label: z.string(),
  dueOn: date,
  closedOn: date.nullable(),
  state: z.enum(['overdue', 'due-soon', 'open', 'closed']),
  daysOverdue: z.int(),
});

const headcount = z.object({
  review: z
    .object({
      reviewedOn: date,
      establishedPosts: z.int(),
      filledPosts: z.int(),
      leavingPosts: z.int(),
      plannedPosts: z.int(),
      improperTreatment: z.boolean(),
    })
    .nullable(),
  registered: z
    .object({ establishedPosts: z.int().nullable(), filledPosts: z.int() })
    .nullable()
    .describe('What the registers say; null where the unit lies outside of the scope.'),
  differences: z
    .array(z.enum(['establishedPosts', 'filledPosts']))
    .describe('Where the review and the registers differ; no reason of the gate.'),
});

const fileItem = z.object({
  ...named,
  required: z.boolean(),
  result: z.string().nullable().describe('Null where it was not reviewed.'),
  reviewedOn: date.nullable(),
  resolvedOn: date.nullable(),
});

const department = z.object({
  ...named,
  required: z.boolean(),
  requestedOn: date.nullable().describe('Null where it was not asked.'),
  dueOn: date.nullable(),
  repliedOn: date.nullable(),
  daysLate: z.int(),
  opinion: z.enum(['no_objection', 'objection', 'defer']).nullable(),
  reason: z.string().nullable(),
});

const notice = z.object({
  kind: z.enum(['inspection', 'pre_appointment']).nullable(),
  postedOn: date,
  endsOn: date,
  publicDays: z.int().describe('So far.'),
  neededDays: z.int(),
  objectionCount: z.int(),
  objectionsSettledOn: date.nullable(),
});

export const dossierAnswer = z.object({
  ...caseFacts,
  asOf: date,
  policyVersion: z.int(),
  stage: boardAnswer.shape.rows.element.shape.stage,
  result: gateResult,
  reasons: z.array(reason),
  lastClear: z
    .object({ asOf: date, knownAt: z.iso.datetime() })
    .nullable()
    .describe('Of an open case that is blocked: when the gate was last clear.'),
  breach,
  sealed: z.boolean().describe('Whether the decision is sealed.'),
  oddities: z
    .array(z.object({ code: z.string(), source: z.string(), ref: z.string(), message: z.string() }))
    .describe('What is likely a mistake, though the gate takes it as it stands.'),
  deadlines: z.array(deadline).describe('By due day.'),
  headcount,
  fileItems: z.array(fileItem),
  departments: z.array(department),
  notices: z.array(notice),
  opinions: z.object({
    groups: z.array(z.object({ ...named, required: z.boolean(), count: z.int() })),
    circles: z.array(z.object({ ...named, required: z.boolean(), count: z.int() })),
    counts: z.array(z.object({ respondent: z.string(), circle: z.string(), count: z.int() })),
  }),
});

export type DossierQuery = z.output<typeof dossierQuery>;
export type DossierAnswer = z.output<typeof dossierAnswer>;
