import { z } from 'zod';

/** The years of which holidays and make-up working days are known. */
export const calendarAnswer = z.object({
  rows: z.array(
    z.object({
      year: z.int(),
      holidayCount: z.int(),
      workingDayCount: z.int().describe('Days off that are worked.'),
      verified: z.boolean().describe('Every day of the year was compared with its document.'),
    }),
  ),
});

export type CalendarAnswer = z.output<typeof calendarAnswer>;
