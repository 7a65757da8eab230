import { z } from 'zod';
import type { Refusal } from '../platform/errors/refusals.js';

/** The pages whose address says what is looked at. */
const savedPage = z.enum(['ranking', 'follow-ups']);

export const savedPagePath = z.strictObject({ page: savedPage });

export const savedViewPath = z.strictObject({
  page: savedPage,
  name: z
    .string()
    .trim()
    .refine((name) => /^[^\p{Cc}/]{1,60}$/u.test(name) && !/^\.+$/.test(name), {
      error: '1 to 60 characters, without a slash, and not dots alone',
      params: { refusal: 'view-name' satisfies Refusal },
    }),
});

export const savedViewBody = z.strictObject({
  query: z
    .string()
    .max(2000)
    .refine((query) => /^[^#\p{Cc}\s]*$/u.test(query), {
      error: "not what stands behind an address's question mark",
      params: { refusal: 'unusable-text' satisfies Refusal },
    })
    .describe("What stands behind the question mark of the page's address."),
});

export const savedView = z.object({
  name: z.string(),
  query: z.string(),
  savedAt: z.string(),
});

export const savedViews = z.object({ total: z.int(), rows: z.array(savedView) });

export type SavedViewPath = z.output<typeof savedViewPath>;
export type SavedPage = z.output<typeof savedPage>;
export type SavedView = z.output<typeof savedView>;
