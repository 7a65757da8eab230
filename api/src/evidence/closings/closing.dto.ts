import { type FollowUpKind, followUpKinds } from '@probity/analytics';
import { z } from 'zod';
import { date } from '../../platform/http/parameters.js';
import { recordAnswer } from '../forms/forms.dto.js';

const kinds = Object.keys(followUpKinds) as [FollowUpKind, ...FollowUpKind[]];

export const closingQuery = z.strictObject({
  kind: z.enum(kinds),
  staffNo: z.string().min(1).max(200),
  ref: z.string().max(500).describe('What the list of follow-ups calls its record or period.'),
  dueOn: date,
});

export const closingAnswer = z.object({
  kind: z.string().describe('The kind of record that closes the follow-up.'),
  records: z
    .array(recordAnswer)
    .describe('The records that it may follow from, open ones first; none: a new one closes it.'),
  fields: z.array(z.string()).describe('The fields of the record that close it.'),
  also: z.array(z.string()).describe('Fields that may be said along with them.'),
  entered: z
    .record(z.string(), z.string())
    .describe('What is known beforehand of a new record, by field.'),
  today: z.iso.date(),
});

export type ClosingQuery = z.output<typeof closingQuery>;
export type ClosingAnswer = z.output<typeof closingAnswer>;
