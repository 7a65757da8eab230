import { z } from 'zod';
import { group, type Unit } from '../fields/policy-number.js';
import type { Source } from '../source.js';

/** How long records are kept, by kind. A kind that is not there, or null, is kept for ever. */
export interface RetentionPolicy {
  /** Whole years after a record's date. */
  readonly keepYears: Readonly<Record<string, number | null | undefined>>;
  /** The clause that a time is kept by, in the words of the office. */
  readonly clause: Readonly<Record<string, string | null | undefined>>;
}

/** Kinds besides the sources that can be removed, and the columns that date them, the first that is filled. */
export const datedRegisters: Readonly<Record<string, readonly string[]>> = {
  sanctions: ['effect_until', 'decided_on'],
  outcomes: ['decided_on'],
  'appointment-case': ['decided_on', 'opened_on'],
  replies: ['answered_on', 'filed_on'],
};

/** The schema of these times over some sources; none is set as delivered. */
export function retentionPolicy(sources: readonly Source[]) {
  const kinds = [...sources.map(({ key }) => key), ...Object.keys(datedRegisters)];
  const byKind = <T extends z.ZodType>(entry: T, en: string, zh: string, unit?: Unit) =>
    z
      .partialRecord(z.enum(kinds), entry)
      .default({})
      .meta({ labels: { en, 'zh-CN': zh }, ...(unit && { unit }) });
  return group('Retention', '保存期限', {
    keepYears: byKind(
      z.int().min(1).max(100).nullable(),
      'Records are kept for so many years after their date',
      '记录自其日期起保存年数',
      'years',
    ),
    clause: byKind(z.string().max(500).nullable(), 'by this clause', '依据条款'),
  });
}
