import { z } from 'zod';
import { everyRole, unitThatLimits } from '../../platform/access/scope.js';
import type { Refusal } from '../../platform/errors/refusals.js';
import { systemName } from '../../platform/http/system-name.js';
import { kinds, roles, unitCode } from '../accounts/accounts.dto.js';

const USUAL_DAYS = 90;
const MOST_DAYS = 366;

const instant = z.iso.datetime();

export const newToken = z
  .strictObject({
    role: z.enum(everyRole).optional().describe('The one role; or give roles.'),
    roles: roles.optional(),
    unit: unitCode
      .nullish()
      .describe(
        'Unit code: its whole subtree; without it as far as yours. Not kept for data officers and auditors, whom no unit limits.',
      ),
    kinds: kinds.nullish().describe('What a data officer may import; without it all.'),
    system: systemName.nullish().describe('The one system it imports from; without it any.'),
    days: z.int().min(1).max(MOST_DAYS).default(USUAL_DAYS).describe('How long it is good.'),
    name: z.string().trim().min(1).max(120).optional().describe('What it is for.'),
  })
  .refine(({ role, roles }) => (role === undefined) !== (roles === undefined), {
    path: ['role'],
    error: 'give either role or roles',
    params: { refusal: 'required' satisfies Refusal },
  })
  .transform(({ role, roles, unit, kinds, system, ...rest }) => {
    const given = roles ?? (role ? [role] : []);
    return {
      ...rest,
      roles: given,
      unit: unitThatLimits(given, unit),
      kinds: kinds ?? null,
      system: system ?? null,
    };
  });

export const madeToken = z.object({
  id: z.int(),
  token: z.string().describe('Shown this once.'),
  unit: z.string().nullable().describe('The unit that it keeps to; null where none limits it.'),
  expiresAt: instant,
});

export const tokenAnswer = z.object({
  id: z.int(),
  name: z.string(),
  roles: z.array(z.enum(everyRole)),
  unit: z
    .string()
    .nullable()
    .describe(
      'The unit that it keeps to, its own or that of whoever made it; null where none limits it.',
    ),
  kinds: z.array(z.string()).nullable(),
  system: z.string().nullable(),
  madeBy: z.string(),
  madeAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});

export const tokenList = z.object({ total: z.int(), rows: z.array(tokenAnswer) });

export const tokenPath = z.strictObject({
  id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
});

export type NewToken = z.output<typeof newToken>;
export type MadeToken = z.output<typeof madeToken>;
export type TokenAnswer = z.output<typeof tokenAnswer>;
