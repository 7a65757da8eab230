import { z } from 'zod';

/** What was made. */
export const demoAnswer = z.object({
  madeOn: z.iso.date().describe('The day the records reach up to.'),
  fileCount: z.int(),
  rowCount: z.int(),
});

export type DemoAnswer = z.output<typeof demoAnswer>;
