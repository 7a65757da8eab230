import { z } from 'zod';

/** `GET session`: who asks, about whom they may ask, and what today is here. */
export const sessionAnswer = z.object({
  name: z.string(),
  roles: z.array(z.string()),
  scope: z.object({
    unitCode: z.string().nullable().describe('null: the whole tree.'),
    unitName: z.string().nullable(),
  }),
  demo: z.boolean().describe('Whether what is shown is demonstration data.'),
  today: z.iso.date(),
  timeZone: z.string(),
});

export type SessionAnswer = z.output<typeof sessionAnswer>;
