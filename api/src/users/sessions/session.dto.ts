import { z } from 'zod';

const instant = z.iso.datetime();

/** `GET session`: who asks, about whom they may ask, and what today is here. */
export const sessionAnswer = z.object({
  name: z.string(),
  roles: z.array(z.string()),
  scope: z.object({
    unitCode: z.string().nullable().describe('null: the whole tree.'),
    unitName: z.string().nullable(),
  }),
  kinds: z.array(z.string()).nullable().describe('What may be imported; null: everything.'),
  mayApprove: z.boolean(),
  setup: z
    .boolean()
    .describe('Whether this stands in for an administrator until one has enrolled.'),
  account: z
    .object({
      id: z.int(),
      displayName: z.string(),
      password: z.boolean(),
      totp: z.boolean(),
      oidc: z.boolean(),
    })
    .nullable()
    .describe(
      'The account, and which ways to sign in it has set up; null for a token without one.',
    ),
  csrfToken: z
    .string()
    .nullable()
    .describe('To be sent as x-csrf-token with every change; null where no cookie is used.'),
  demo: z.boolean().describe('Whether what is shown is demonstration data.'),
  today: z.iso.date(),
  timeZone: z.string(),
});

export const waysAnswer = z.object({
  password: z.boolean(),
  oidc: z.boolean().describe('Whether GET session/oidc leads to an identity provider.'),
  setup: z.boolean().describe('Whether the link that a start prints is still good.'),
  passwordLength: z
    .object({ least: z.int(), most: z.int() })
    .describe('How many characters a new password may have.'),
});

const password = z.string().min(1).max(1000);
const code = z.string().min(1).max(100);

export const credentials = z.strictObject({
  name: z.string().min(1).max(200),
  password,
  code: code.optional().describe('Of an authenticator, or a recovery code, if set up.'),
});

export const redemption = z.strictObject({
  token: z.string().min(1).max(200),
  password: password.optional().describe("The new password, where it is an account's link."),
  code: code.optional(),
});

export const passwordChange = z.strictObject({ present: password, password });
export const proof = z.strictObject({ password });
export const totpConfirmation = z.strictObject({ code });

export const totpSetup = z.object({
  secret: z.string(),
  otpauthUrl: z.string().describe('For a QR code.'),
});

export const recoveryCodes = z.object({
  recoveryCodes: z.array(z.string()).describe('Shown this once; each is good once.'),
});

export const ownSessions = z.object({
  total: z.int(),
  rows: z.array(
    z.object({
      id: z.int(),
      present: z.boolean().describe('Whether it is the one that asks.'),
      startedAt: instant,
      seenAt: instant,
      address: z.string(),
      agent: z.string(),
    }),
  ),
});

export const sessionPath = z.strictObject({
  id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
});

export type SessionAnswer = z.output<typeof sessionAnswer>;
export type Credentials = z.output<typeof credentials>;
export type RedemptionBody = z.output<typeof redemption>;
export type PasswordChange = z.output<typeof passwordChange>;
