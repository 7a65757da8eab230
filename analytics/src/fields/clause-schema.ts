import { z } from 'zod';
import type { Clause } from './clause.js';
import { dayOf } from './day.js';

function isDate(text: string): boolean {
  try {
    return Number.isInteger(dayOf(text));
  } catch {
    return false;
  }
}

/** A calendar date as text (`YYYY-MM-DD`). */
export const calendarDate = z.string().refine(isDate, {
  error: 'not a calendar date (YYYY-MM-DD)',
  params: { refusal: 'not-a-date' },
});

const words = z.strictObject({
  en: z.string().trim().min(1).max(500),
  'zh-CN': z.string().trim().min(1).max(500),
});

/** What a deadline or threshold rests on, as policy has it. */
export const clauseSchema: z.ZodType<Clause> = z
  .strictObject({
    document: words.meta({ labels: { en: 'Document', 'zh-CN': '文件' } }),
    article: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .nullable()
      .default(null)
      .meta({ labels: { en: 'Article', 'zh-CN': '条款' } }),
    effectiveFrom: calendarDate
      .nullable()
      .default(null)
      .meta({ labels: { en: 'In force from', 'zh-CN': '施行日期' } }),
    effectiveUntil: calendarDate
      .nullable()
      .default(null)
      .meta({ labels: { en: 'Last day in force', 'zh-CN': '失效日期' } }),
    verified: z
      .boolean()
      .default(false)
      .meta({ labels: { en: 'Verified', 'zh-CN': '已核对' } }),
    note: words
      .nullable()
      .default(null)
      .meta({ labels: { en: 'Note', 'zh-CN': '说明' } }),
  })
  .refine(
    ({ effectiveFrom: from, effectiveUntil: until }) =>
      from === null || until === null || from <= until,
    {
      path: ['effectiveUntil'],
      error: 'the last day in force is before the first',
      params: { refusal: 'dates-order' },
    },
  );
