import { type RecordKind, recordKinds } from '@probity/analytics';
import { z } from 'zod';
import type { Refusal } from '../../platform/errors/refusals.js';
import { dateFormatOf } from '../validate/date-format.js';

/** How one office's spreadsheet becomes records of one kind. */
export const mappingProfile = z
  .strictObject({
    source: z.enum(recordKinds.map((kind) => kind.key)),
    columns: z.record(z.string(), z.string()).default({}),
    values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
    constants: z.record(z.string(), z.string()).default({}),
    inclusive: z.array(z.string()).optional(),
    dateFormat: z
      .string()
      .optional()
      .refine((format) => format === undefined || dateFormatOf(format) !== undefined, {
        error: 'not a date format: use YYYY, YY, MM, M, DD, D, MMM and what stands between them',
        params: { refusal: 'date-format' satisfies Refusal },
      }),
  })
  .superRefine((profile, context) => {
    const kind = recordKinds.find((candidate) => candidate.key === profile.source);
    if (!kind) return;
    for (const part of ['columns', 'values', 'constants'] as const) {
      for (const name of Object.keys(profile[part])) check(kind, name, [part, name], context);
    }
    for (const [index, name] of (profile.inclusive ?? []).entries()) {
      check(kind, name, ['inclusive', index], context);
    }
  });

/** A mapping profile: how an office's own columns and values are read as ours. */
export type MappingProfile = z.infer<typeof mappingProfile>;

function check(
  kind: RecordKind,
  name: string,
  path: (string | number)[],
  context: z.RefinementCtx,
): void {
  if (name in kind.fields) return;
  const message = `${kind.key} has no field "${name}"`;
  const params = { refusal: 'unknown-name' satisfies Refusal, said: { name } };
  context.addIssue({ code: 'custom', path, message, params });
}
