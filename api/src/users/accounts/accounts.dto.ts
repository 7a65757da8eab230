import { recordKinds } from '@probity/analytics';
import { z } from 'zod';
import { everyRole, type Role, unitThatLimits } from '../../platform/access/scope.js';
import { foldedName, nameProblem } from '../sign-in/account-name.js';

const instant = z.iso.datetime({ precision: null });
const text = (longest: number) => z.string().trim().min(1).max(longest);
const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** Roles, each once. */
export const roles = z
  .array(z.enum(everyRole))
  .min(1, 'give at least one role')
  .transform((given) => [...new Set(given)].sort());

/** Kinds of records that may be imported, each once. */
export const kinds = z
  .array(z.enum(recordKinds.map(({ key }) => key)))
  .min(1, 'leave it out for all kinds')
  .transform((given) => [...new Set(given)].sort());

export const unitCode = text(200);

const orNone = <T extends z.ZodType>(schema: T) => schema.nullish().transform((v) => v ?? null);

const changeable = {
  displayName: text(120).optional().describe('How screens call them; the name where it is absent.'),
  roles,
  unitCode: orNone(unitCode).describe(
    'The part of the tree that they may see; all of it if null. Not kept for data officers and auditors alone, whom no unit limits.',
  ),
  kinds: orNone(kinds).describe('What a data officer may import; everything if null.'),
  staffNo: orNone(text(200)).describe('The person whom the account belongs to, if on record.'),
  oidcName: orNone(text(320).transform(foldedName)).describe(
    'preferred_username or verified email by which the identity provider knows them.',
  ),
};

const withUnitThatLimits = <T extends { roles: Role[]; unitCode: string | null }>(
  account: T,
): T => ({
  ...account,
  unitCode: unitThatLimits(account.roles, account.unitCode),
});

export const accountChange = z.strictObject(changeable).transform(withUnitThatLimits);

const ofNewAccount = z.strictObject({
  name: z
    .string()
    .max(200)
    .transform(foldedName)
    .superRefine((name, context) => {
      const problem = nameProblem(name);
      if (problem) context.addIssue({ code: 'custom', ...problem });
    })
    .describe('By which they sign in and the audit log knows them. It stays.'),
  ...changeable,
});

export const newAccount = ofNewAccount.transform(withUnitThatLimits);

const recusal = z.object({
  staffNo: z.string(),
  reason: z.string(),
  recusedBy: z.string(),
  recusedAt: instant,
});

export const accountAnswer = z.object({
  id: z.int(),
  name: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(everyRole)),
  unitCode: z.string().nullable(),
  kinds: z.array(z.string()).nullable(),
  staffNo: z.string().nullable(),
  oidcName: z.string().nullable(),
  signIn: z
    .object({ password: z.boolean(), totp: z.boolean(), oidc: z.boolean() })
    .describe('Which ways to sign in are set up.'),
  disabledAt: instant.nullable(),
  createdAt: instant,
  createdBy: z.string(),
  changedAt: instant,
  changedBy: z.string(),
  recusals: z.array(recusal),
});

export const accountList = z.object({ total: z.int(), rows: z.array(accountAnswer) });

export const accountPath = z.strictObject({ id });
export const recusalPath = z.strictObject({ id, staffNo: text(200) });
export const newRecusal = z.strictObject({ staffNo: text(200), reason: text(1000) });
export const accountsQuery = z.strictObject({ name: z.string().max(200).optional() });

export const newLink = z.strictObject({
  withoutTotp: z
    .boolean()
    .default(false)
    .describe('Whether it also takes the second factor away, for whoever has lost it.'),
});

export const linkAnswer = z.object({
  url: z.string().describe('To be given to the person; shown this once, good once.'),
  token: z.string(),
  expiresAt: instant,
});

export type NewAccount = z.output<typeof newAccount>;
export type AccountChange = z.output<typeof accountChange>;
export type AccountAnswer = z.output<typeof accountAnswer>;
export type LinkAnswer = z.output<typeof linkAnswer>;
