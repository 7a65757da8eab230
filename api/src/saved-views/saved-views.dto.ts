import { z } from 'zod';

/** The pages whose address says what is looked at. */
const savedPage = z.enum(['ranking', 'follow-ups']);

export const savedPagePath = z.strictObject({ page: savedPage });

export const savedViewPath = z.strictObject({
  page: savedPage,
  name: z
    .string()
    .trim()
    .regex(/^[^\p{Cc}/]{1,60}$/u, { error: '1 to 60 characters, without a slash' })
    .refine((name) => !/^\.+$/.test(name), {
      error: 'not dots alone',
      params: { refusal: 'view-name' },
    }),
});

export const savedViewBody = z.strictObject({
  query: z
    .string()
    .max(2000)
    .regex(/^[^#\p{Cc}\s]*$/u, { error: "not what stands behind an address's question mark" })
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
