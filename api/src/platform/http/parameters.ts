import { z } from 'zod';
import type { Refusal } from '../errors/refusals.js';

/** The most rows that a JSON list gives at once, and how many it gives unasked. */
export const MOST_ROWS = 1000;
export const USUAL_ROWS = 100;

const yearLimits = (date: string) => date >= '1900-01-01' && date <= '2199-12-31';

/** A calendar date, `YYYY-MM-DD`. */
export const date = z.iso.date('not a calendar date (YYYY-MM-DD)').refine(yearLimits, {
  error: 'not between 1900-01-01 and 2199-12-31',
  params: { refusal: 'date-span' satisfies Refusal },
});

/** The as-of date of a question; without it, today. */
export const asOf = date.optional().describe('As-of date; today where it is not given.');

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-](0\d|1[0-5]):\d\d)$/;

/** An RFC 3339 instant. It stays text, since a JavaScript Date would lose its microseconds. */
export const knownAt = z
  .string()
  // A `+` that was not encoded arrives as a space.
  .transform((text) => text.toUpperCase().replace(/ (?=\d\d:\d\d$)/, '+'))
  .refine(
    (text) =>
      INSTANT.test(text) &&
      !Number.isNaN(Date.parse(text)) &&
      date.safeParse(text.slice(0, 10)).success,
    {
      error: 'not an RFC 3339 instant such as 2026-11-22T08:30:00Z',
      params: { refusal: 'not-an-instant' satisfies Refusal },
    },
  )
  .optional()
  .describe('Answer with what was known at this instant; now where it is not given.');

/** A version of the policy; without it, the current one. */
export const policyVersion = z.coerce
  .number()
  .int()
  .min(1)
  .max(2_000_000_000)
  .optional()
  .describe('Version of the policy; the current one where it is not given.');

/** A unit's code: the answer is about its whole subtree. */
export const unit = z.string().min(1).max(200).optional().describe('Unit code: its whole subtree.');

/** What to look for in names and numbers. */
export const query = z.string().trim().min(1).max(200).optional();

/** `true` or `false`. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Where a list begins, and how many rows it gives (JSON lists: 100 unasked; files: all unasked). */
export const page = {
  offset: z.coerce.number().int().min(0).max(2_000_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).optional(),
};

/** Several values of an enumeration in one parameter, separated by commas. */
export const several = <const V extends string>(values: readonly V[]) =>
  z
    .string()
    .transform((text) => text.split(',') as V[])
    .refine((parts) => parts.every((part) => values.includes(part)), {
      error: `not among ${values.join(', ')}`,
      params: {
        refusal: 'not-a-choice' satisfies Refusal,
        said: { choices: values.join(', ') },
      },
    });
