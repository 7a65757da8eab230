import { z } from 'zod';
import { dayOf } from './day.js';

function isDate(text: string): boolean {
  try {
    return Number.isInteger(dayOf(text));
  } catch {
    return false;
  }
}

/** A calendar date as text (`YYYY-MM-DD`). */
export const calendarDate = z
  .string()
  .refine(isDate, { error: 'not a calendar date (YYYY-MM-DD)' });

const words = z.strictObject({
  en: z.string().trim().min(1).max(500),
  'zh-CN': z.string().trim().min(1).max(500),
});

/** What a deadline or threshold rests on, as policy has it. */
export const clauseSchema = z
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
    { error: 'the last day in force is before the first' },
  );

/** A clause: the document and article, when it is in force, and whether somebody has compared it with the document. */
export type Clause = z.output<typeof clauseSchema>;

/** A clause as delivered: nobody has compared it with the document, and articles are only named where they are sure. */
export function delivered(
  en: string,
  zh: string,
  note?: { readonly en: string; readonly 'zh-CN': string },
): Clause {
  return {
    document: { en, 'zh-CN': zh },
    article: null,
    effectiveFrom: null,
    effectiveUntil: null,
    verified: false,
    note: note ?? null,
  };
}

/** Whether a clause is in force on a date (`YYYY-MM-DD`); where it doesn't say, it is. */
export function forceOf(clause: Clause, on: string): 'inForce' | 'notYet' | 'ended' {
  if (clause.effectiveFrom !== null && on < clause.effectiveFrom) return 'notYet';
  return clause.effectiveUntil !== null && on > clause.effectiveUntil ? 'ended' : 'inForce';
}

/** 《党政领导干部选拔任用工作条例》. */
export const appointmentRegulation = (note?: Clause['note']): Clause =>
  delivered(
    'Regulations on the Selection and Appointment of Leading Party and Government Cadres',
    '《党政领导干部选拔任用工作条例》',
    note ?? undefined,
  );

/** 《领导干部报告个人有关事项规定》. */
export const reportRegulation = (note?: Clause['note']): Clause =>
  delivered(
    'Provisions on Reporting Personal Matters by Leading Cadres',
    '《领导干部报告个人有关事项规定》',
    note ?? undefined,
  );

/** 《关于组织人事部门对领导干部进行提醒、函询和诫勉的实施细则》. */
export const admonitionRules = (note?: Clause['note']): Clause =>
  delivered(
    'Rules for Organisation Departments on Reminding, Inquiring of and Admonishing Leading Cadres',
    '《关于组织人事部门对领导干部进行提醒、函询和诫勉的实施细则》',
    note ?? undefined,
  );
