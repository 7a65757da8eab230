import { z } from 'zod';

/** What every answer out of a scoring run says about it, beside its rows. */
export const runInUse = {
  asOf: z.iso.date(),
  policyVersion: z.int(),
  runId: z.int(),
  knownAt: z.iso.datetime().describe('Everything committed up to here is in it.'),
  stale: z.boolean().describe('Records or a policy have come since these were scored.'),
  projection: z.boolean().describe('The as-of date lies ahead.'),
};

const schema = z.object(runInUse);

export type RunInUse = z.output<typeof schema>;
