import { z } from 'zod';

export const breach = z
  .enum(['none', 'breach', 'undocumented'])
  .describe(
    'Whether somebody was appointed against a blocked gate; undocumented: all was missing.',
  );

export const sealAnswer = z.object({
  caseNo: z.string(),
  staffNo: z.string(),
  decidedOn: z.iso.date(),
  decision: z.string(),
  breach,
  knownAt: z.iso.datetime().describe('The knowledge that went in.'),
  knownUntil: z.iso
    .datetime()
    .describe(
      'The end of the day of the decision, or of the day on which it was recorded, if later.',
    ),
  policyVersion: z.int(),
  engineVersion: z.string(),
  sealedAt: z.iso.datetime(),
  sha256: z.string().describe('SHA-256 over the UTF-8 bytes of the document.'),
  document: z.string().describe('Canonical JSON: sorted keys, no spaces.'),
  reproduced: z
    .boolean()
    .nullable()
    .describe(
      'Whether the records gave the same bytes again just now; null: sealed by another engine, or records were removed since.',
    ),
});

export type SealAnswer = z.output<typeof sealAnswer>;
