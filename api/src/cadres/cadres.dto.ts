import { z } from 'zod';
import { page, USUAL_ROWS } from '../platform/http/parameters.js';

const date = z.iso.date();

/** Whose page it is. */
export const cadrePath = z.strictObject({
  staffNo: z.string().max(200),
});

/** `GET cadres`: what is searched for. */
export const searchQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .max(200)
    .default('')
    .describe('Part of a name or a staff number, or the whole of another office’s number.'),
  limit: page.limit.default(USUAL_ROWS),
});

/** A person as lists show them: unit and post are today's posting's, else the register's. */
const foundCadre = z.object({
  staffNo: z.string(),
  name: z.string(),
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  post: z.string().nullable(),
  inService: z.boolean(),
});

export const searchAnswer = z.object({ rows: z.array(foundCadre) });

const posting = z.object({
  unitCode: z.string(),
  unitName: z.string().nullable(),
  post: z.string().nullable(),
  postCode: z.string().nullable(),
  rank: z.string().nullable(),
  head: z.boolean().nullable(),
  fromOn: date,
  toOn: date.nullable().describe('The first day after it; null while it lasts.'),
});

/** `GET cadres/{staffNo}`: the register's facts, with unit, post, rank and head as they are today. */
export const cadreAnswer = foundCadre.extend({
  managedBy: z.string().nullable().describe('The unit with authority, where not the own one.'),
  managedByName: z.string().nullable(),
  rank: z.string().nullable(),
  head: z.boolean(),
  appointedOn: date.nullable(),
  birthYear: z.int().nullable(),
  leftOn: date.nullable(),
  postings: z.array(posting).describe('Latest first.'),
  aliases: z.array(z.object({ system: z.string(), identifier: z.string() })),
});

export type CadrePath = z.output<typeof cadrePath>;
export type SearchQuery = z.output<typeof searchQuery>;
export type FoundCadre = z.output<typeof foundCadre>;
export type Posting = z.output<typeof posting>;
export type CadreAnswer = z.output<typeof cadreAnswer>;
