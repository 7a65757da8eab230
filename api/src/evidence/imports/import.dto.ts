import { z } from 'zod';
import { page } from '../../platform/http/parameters.js';
import { systemName } from '../../platform/http/system-name.js';
import { importModes } from './import.js';

/** The query of `POST imports/{kind}`. */
export const importQuery = z.strictObject({
  mapping: z.string().min(1).optional().describe('Name of a mapping profile for this kind.'),
  system: systemName
    .optional()
    .describe(
      'The system the records come from; identity is per system. Where not given the one that the token is fixed to, else upload.',
    ),
  mode: z
    .enum(importModes.filter((mode) => mode !== ''))
    .optional()
    .describe('atomic: any refused row refuses all; withdraw; revert: old content may come back.'),
});
export type ImportQuery = z.infer<typeof importQuery>;

/** The query of `POST imports/{kind}/preview`. */
export const previewQuery = importQuery.pick({ mapping: true }).extend({
  partial: z
    .stringbool()
    .default(false)
    .describe(
      'The body is the beginning of a file, cut anywhere: only its first rows are looked at.',
    ),
});

export const importId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const importList = z.strictObject({ kind: z.string().optional(), ...page });

export const reportQuery = z.strictObject({
  language: z.enum(['en', 'zh-CN']).optional().describe('Of the messages; else Accept-Language.'),
});
