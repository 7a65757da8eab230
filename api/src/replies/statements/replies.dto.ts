import {
  type ContestOutcome,
  contestOutcomes,
  type ReplyKind,
  replyKinds,
} from '@probity/analytics';
import { z } from 'zod';
import type { Refusal } from '../../platform/errors/refusals.js';
import { date } from '../../platform/http/parameters.js';

/** The longest text that somebody may write. */
export const LONGEST_TEXT = 4000;

const kinds = Object.keys(replyKinds) as [ReplyKind, ...ReplyKind[]];
const outcomes = Object.keys(contestOutcomes) as [ContestOutcome, ...ContestOutcome[]];

/** Text as it was written, without the spaces around it. */
export const written = (most = LONGEST_TEXT) =>
  z.string().trim().min(1, 'write something').max(most);

/** What a statement is about; without a source about the score as a whole. */
const about = {
  source: z.string().min(1).max(100).optional().describe('The kind of record it is about.'),
  ref: z.string().min(1).max(500).optional().describe('The record it is about.'),
};

const needsSource = (body: { source?: string | undefined; ref?: string | undefined }) =>
  body.ref === undefined || body.source !== undefined;
const sourceMissing = {
  path: ['source'],
  message: 'name the kind of record, too',
  params: { refusal: 'required' satisfies Refusal },
};

/** What the person concerned sends. */
export const ownStatement = z
  .strictObject({ kind: z.enum(kinds), text: written(), ...about })
  .refine(needsSource, sourceMissing);

/** What an inspector enters for them. */
export const newStatement = z
  .strictObject({
    kind: z.enum(kinds),
    text: written(),
    ...about,
    system: z.string().min(1).max(100).optional().describe('Of two systems with such a record.'),
    filedOn: date.optional().describe('When the office received it; today where not given.'),
  })
  .refine(needsSource, sourceMissing);

export const newText = z.strictObject({ text: written() });
export const withdrawal = z.strictObject({ reason: written(1000) });

export const contestAnswer = z
  .strictObject({
    outcome: z.enum(outcomes),
    reason: written(),
    correction: written().optional().describe('What is to be corrected; not where rejected.'),
    answeredOn: date.optional().describe('Today where it is not given.'),
  })
  .refine((body) => (body.outcome === 'rejected') === (body.correction === undefined), {
    path: ['correction'],
    message: 'name what is to be corrected where the contest is upheld, and only there',
    params: { refusal: 'correction-or-none' satisfies Refusal },
  });

/** Whose statements, links, sheet or sign-offs. */
export const personPath = z.strictObject({ staffNo: z.string().max(200) });

export const statementPath = z.strictObject({
  staffNo: z.string().max(200),
  ref: z.string().max(50),
});

const version = z.object({
  version: z.int(),
  recordedAt: z.iso.datetime(),
  supersededAt: z.iso.datetime().nullable(),
  recordedBy: z.string(),
  text: z.string(),
  withdrawnReason: z.string().nullable(),
});

export const statement = z.object({
  ref: z.string(),
  kind: z.enum(kinds),
  state: z
    .enum(['noted', 'unanswered', 'answered', 'withdrawn'])
    .describe('A reply is noted; a contest is unanswered until it is answered.'),
  source: z.string().nullable(),
  recordRef: z.string().nullable(),
  system: z.string().nullable(),
  text: z.string(),
  filedOn: z.iso.date(),
  filedBy: z.string(),
  filedThrough: z.enum(['office', 'link']),
  dueOn: z.iso.date().nullable().describe('Until when a contest is to be answered.'),
  answeredOn: z.iso.date().nullable(),
  answeredBy: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  answer: z.string().nullable(),
  correction: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  versions: z.array(version).describe('Oldest first.'),
});

export const statementList = z.object({
  staffNo: z.string(),
  contested: z.boolean(),
  total: z.int(),
  rows: z.array(statement).describe('Latest first.'),
});

export type PersonPath = z.output<typeof personPath>;
export type NewStatement = z.output<typeof newStatement>;
export type OwnStatement = z.output<typeof ownStatement>;
export type ContestAnswer = z.output<typeof contestAnswer>;
export type Statement = z.output<typeof statement>;
export type StatementList = z.output<typeof statementList>;
