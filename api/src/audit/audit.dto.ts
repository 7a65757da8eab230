import { z } from 'zod';
import { date, flag, MOST_ROWS } from '../platform/http/parameters.js';

const text = z.string().min(1).max(200).optional();

/** What came of a request; `asked` is a change that was recorded before it was carried out. */
const outcomes = ['served', 'refused', 'failed', 'asked'] as const;

const period = {
  from: date.optional().describe('First day, in the time zone of the product.'),
  to: date.optional().describe('Last day, in the time zone of the product.'),
};

export const logQuery = z.strictObject({
  ...period,
  subject: text.describe('Who asked: an account, with all its tokens, or a token.'),
  person: text.describe('Staff number of a person whom the answer showed, or who was asked about.'),
  action: text.describe('An operation of this document, such as Cadres_score.'),
  outcome: z.enum(outcomes).optional(),
  before: z.coerce
    .number()
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .describe('Only entries before this number: the `next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).optional(),
  bom: flag.optional().describe('false: a CSV without a byte order mark.'),
});
export type LogQuery = z.output<typeof logQuery>;

const account = z
  .string()
  .nullable()
  .describe(
    'Whose token asked; null where an account asked itself. Looked up, no part of the chain.',
  );

const logRow = z.object({
  seq: z.number().int(),
  at: z.iso.datetime(),
  subject: z.string(),
  roles: z.array(z.string()),
  action: z.string(),
  phase: z.enum(['asked', 'answered', 'opened', 'completed']),
  method: z.string(),
  route: z.string(),
  parameters: z.object({
    path: z.record(z.string(), z.string()),
    query: z.record(z.string(), z.string()),
  }),
  people: z.array(z.string()),
  outcome: z.enum(outcomes),
  status: z.number().int().nullable(),
  denied: z.string().nullable(),
  address: z.string(),
  requestId: z.string(),
  rowCount: z.number().int().nullable(),
  byteCount: z.number().int().nullable(),
  sha256: z.string().nullable(),
  account,
  hash: z.string(),
});
export type LogEntry = z.output<typeof logRow>;

export const logAnswer = z.object({
  rows: z.array(logRow),
  next: z.number().int().nullable().describe('`before` of the next page; null on the last one.'),
});
export type LogAnswer = z.output<typeof logAnswer>;

export const personPath = z.strictObject({ person: z.string().min(1).max(200) });
export type PersonPath = z.output<typeof personPath>;

export const personQuery = z.strictObject(period);
export type PersonQuery = z.output<typeof personQuery>;

export const lookersAnswer = z.object({
  person: z.string(),
  lookers: z.array(
    z.object({
      subject: z.string(),
      account,
      looks: z.number().int().describe('Answers that showed this person.'),
      refusedCount: z.number().int().describe('Requests about this person that were refused.'),
      actions: z.array(z.string()),
      firstAt: z.iso.datetime(),
      lastAt: z.iso.datetime(),
    }),
  ),
  exportCount: z
    .number()
    .int()
    .describe(
      'Files in the same period. Their people are not listed, so this person may be in them.',
    ),
});
export type LookersAnswer = z.output<typeof lookersAnswer>;

export const unusualQuery = z.strictObject(period);
export type UnusualQuery = z.output<typeof unusualQuery>;

export const unusualAnswer = z.object({
  from: date,
  to: date,
  rows: z.array(
    z.object({
      subject: z.string(),
      day: date,
      peopleCount: z.number().int().describe('Different people seen on that day.'),
      usual: z.number().describe('Median of the days before.'),
      limit: z.number().describe('What is still usual.'),
      basis: z.enum(['own', 'everyone']).describe('Whose days the usual is taken from.'),
    }),
  ),
});
export type UnusualAnswer = z.output<typeof unusualAnswer>;

export const verifyAnswer = z.object({
  ok: z.boolean(),
  entries: z.number().int().describe('Entries found right, from the first on.'),
  checkpoints: z.number().int().describe('Checkpoints found right.'),
  checkpointSeq: z.number().int().describe('The newest checkpoint is of this entry.'),
  checkpointAt: z.iso.datetime().nullable().describe('When that checkpoint was signed.'),
  firstBad: z
    .object({
      seq: z.number().int(),
      what: z.enum([
        'changed',
        'added',
        'removed',
        'unlinked',
        'truncated',
        'rewritten',
        'checkpoint',
      ]),
    })
    .optional(),
});

export const checkpointAnswer = z.object({
  seq: z.number().int(),
  hash: z.string(),
  at: z.iso.datetime(),
  key: z.string(),
  signature: z.string(),
});
