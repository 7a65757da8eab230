import { bandCodes } from '@probity/analytics';
import { z } from 'zod';
import { asOf } from '../../platform/http/parameters.js';
import { written } from '../statements/replies.dto.js';

const LONGEST = 2000;

export const newSignOff = z.strictObject({
  asOf,
  score: z
    .number()
    .optional()
    .describe('The score that was looked at; refused where it has changed.'),
  seen: written(LONGEST).describe('What was looked at, and why that is enough.'),
  follows: written(LONGEST).describe('What follows from it.'),
});

const signOff = z.object({
  id: z.int(),
  signedBy: z.string(),
  signedAt: z.iso.datetime(),
  seen: z.string(),
  follows: z.string(),
  asOf: z.iso.date(),
  score: z.number().describe('Points, as they were signed off.'),
  band: z.enum(bandCodes),
  policyVersion: z.int(),
  runId: z.int(),
  knownAt: z.iso.datetime(),
});

export const signOffAnswer = signOff.extend({ staffNo: z.string(), notice: z.string() });

export const signOffList = z.object({
  staffNo: z.string(),
  notice: z.string().describe('What a sign-off is, and what it is not.'),
  rows: z.array(signOff).describe('Latest first.'),
});

export type NewSignOff = z.output<typeof newSignOff>;
