import { z } from 'zod';
import { page } from '../../platform/http/parameters.js';
import { importModes } from './import.js';

/** The query of `POST imports/{kind}`. */
export const importQuery = z.strictObject({
  mapping: z.string().min(1).optional().describe('Name of a mapping profile for this kind.'),
  system: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._:-]{0,63}$/u, {
      error: 'a name of 1 to 64 letters, digits, spaces and . _ : -',
    })
    .default('upload')
    .describe('The system the records come from; identity is per system.'),
  mode: z
    .enum(importModes.filter((mode) => mode !== ''))
    .optional()
    .describe('atomic: any refused row refuses all; withdraw; revert: old content may come back.'),
});
export type ImportQuery = z.infer<typeof importQuery>;

/** The query of `POST imports/{kind}/preview`. */
export const previewQuery = importQuery.pick({ mapping: true });

export const importId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const importList = z.strictObject({ kind: z.string().optional(), ...page });

export const reportQuery = z.strictObject({
  language: z.enum(['en', 'zh-CN']).optional().describe('Of the messages; else Accept-Language.'),
});
