import { z } from 'zod';
import type { Refusal } from '../../platform/errors/refusals.js';
import { flag, page, query, unit } from '../../platform/http/parameters.js';

/** `POST random-checks`: whose reports of which year. */
export const newCheck = z.strictObject({
  year: z.int().min(1900).max(9999).describe('The year that the reports are about.'),
  unit: unit.describe('Whose subtree is drawn from; the caller’s whole scope where not given.'),
  witness: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((text) => /^[^\n\r]*$/.test(text), {
      error: 'one line',
      params: { refusal: 'one-line' satisfies Refusal },
    })
    .optional()
    .describe('A text that witnesses chose before the draw; it becomes the end of the seed.'),
});

export const checkPath = z.strictObject({
  id: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 52),
});

export const check = z.object({
  id: z.int(),
  year: z.int(),
  unitCode: z.string().nullable().describe('Null: the whole tree.'),
  algorithm: z.string(),
  seed: z.string(),
  share: z.number(),
  populationCount: z.int(),
  drawnCount: z.int(),
  threshold: z.string().describe('Whoever’s hash is not greater was drawn.'),
  drawnOn: z.iso.date(),
  drawnAt: z.iso.datetime(),
  drawnBy: z.string(),
  policyVersion: z.int(),
  toCheckCount: z.int().describe('How many are checked, as far as the caller may see them.'),
  checkedCount: z.int().describe('How many of these have been checked.'),
  wrongCount: z.int().describe('In how many reports something was omitted or concealed.'),
});

export const checksAnswer = z.object({ rows: z.array(check).describe('The latest first.') });

export const peopleQuery = z.strictObject({
  toCheck: flag.optional().describe('Only those who are checked, or only the others.'),
  checked: flag.optional(),
  q: query.describe('Part of a name or a staff number.'),
  ...page,
});

const checkedPerson = z.object({
  staffNo: z.string(),
  drawnAs: z.string().describe('The staff number that the lot was drawn for.'),
  name: z.string(),
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  place: z.int().nullable().describe('Null for whoever joined without a lot.'),
  hash: z.string().nullable(),
  drawn: z.boolean(),
  reasons: z.array(z.enum(['random', 'promotion'])).describe('Why the report is checked.'),
  caseNo: z.string().nullable(),
  agreedOn: z.iso.date().nullable(),
  dueOn: z.iso.date().nullable(),
  reportRef: z.string().nullable(),
  checkResult: z.enum(['consistent', 'omitted', 'concealed']).nullable(),
  checkedOn: z.iso.date().nullable(),
});

export const peopleAnswer = z.object({
  total: z.int(),
  rows: z.array(checkedPerson).describe('By place, then those who joined without a lot.'),
});

export type NewCheck = z.output<typeof newCheck>;
export type Check = z.output<typeof check>;
export type PeopleQuery = z.output<typeof peopleQuery>;
export type PeopleAnswer = z.output<typeof peopleAnswer>;
