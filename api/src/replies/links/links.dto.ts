import { z } from 'zod';
import { sheetAnswer } from '../sheet/sheet.dto.js';
import { statement } from '../statements/replies.dto.js';

const link = z.object({
  id: z.int(),
  issuedBy: z.string(),
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  revokedBy: z.string().nullable(),
  openedCount: z.int(),
  openedAt: z.iso.datetime().nullable().describe('When it was last opened.'),
  state: z.enum(['open', 'expired', 'revoked']),
});

export const linkList = z.object({
  staffNo: z.string(),
  rows: z.array(link).describe('Latest first.'),
});

export const issuedLink = z.object({
  staffNo: z.string(),
  id: z.int(),
  path: z
    .string()
    .describe('Told once, here; the token stands in its fragment, which no server is sent.'),
  expiresAt: z.iso.datetime(),
});

export const linkPath = z.strictObject({
  staffNo: z.string().max(200),
  id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
});

/** A statement as its author reads it: without who handled it. */
export const ownView = statement.omit({
  versions: true,
  filedBy: true,
  answeredBy: true,
  system: true,
});

export const heardAnswer = z.object({
  expiresAt: z.iso.datetime(),
  timeZone: z.string().describe('Of the installation (IANA name): in which times are told.'),
  sheet: sheetAnswer,
  statements: z.array(ownView).describe('Latest first.'),
});

export type Link = z.output<typeof link>;
export type OwnView = z.output<typeof ownView>;
