import { z } from 'zod';
import type { Clause } from './clause.js';
import type { Labels } from './labels.js';

/** What a number of a policy counts, so that an editor can say so beside it; `date` of an entry that is a day. */
export type Unit =
  | 'points'
  | 'days'
  | 'years'
  | 'factor'
  | 'count'
  | 'rating'
  | 'score'
  | 'month'
  | 'day'
  | 'date';

/** What stands in the meta of every entry of a policy schema. */
export interface PolicyMeta {
  readonly labels: Labels;
  readonly unit?: Unit;
  /** Of an entry that names values of a choice: the kind and field whose values they are (`kind.field`). */
  readonly choiceOf?: string;
  /** A deadline or threshold, which somebody's rules set; all else is how the product weighs. */
  readonly ruled?: true;
  /** The clause it is delivered with. */
  readonly clause?: Clause;
}

interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
}

function number(unit: Unit, limits: Limits) {
  return (en: string, zh: string, preset: number, narrower: Limits = {}) => {
    const { min, max, whole } = { ...limits, ...narrower };
    let schema = z.number();
    if (whole) schema = schema.int();
    if (min !== undefined) schema = schema.min(min);
    if (max !== undefined) schema = schema.max(max);
    return schema.default(preset).meta({ labels: { en, 'zh-CN': zh }, unit });
  };
}

/** Points that a record, or a source in all, can give; never below 0. */
export const points = number('points', { min: 0 });
/** A weight, share or multiplier; never below 0. */
export const factor = number('factor', { min: 0 });
/** Whole days; up to a hundred years. */
export const days = number('days', { min: 0, max: 36_525, whole: true });
/** How many of something. */
export const count = number('count', { min: 0, whole: true });
/** A rating as inspection opinions have it. */
export const rating = number('rating', { min: -2, max: 2, whole: true });
/** A result of a debriefing, 0 to 100. */
export const score = number('score', { min: 0, max: 100 });

/**
 * Says of an entry of a policy that it is a deadline or threshold, and which clause it rests on as
 * delivered; without one nobody has named it yet.
 */
export function ruled<T extends z.ZodType>(schema: T, clause?: Clause): T {
  return schema.meta({ ...schema.meta(), ruled: true, ...(clause && { clause }) });
}

/** A half-life in days: above 0, since a decay of no length has no meaning. */
export function halfLife(en: string, zh: string, preset: number) {
  return z
    .number()
    .positive()
    .max(36_525)
    .default(preset)
    .meta({ labels: { en, 'zh-CN': zh }, unit: 'days' satisfies Unit });
}

/** A day of every year, as month and day of month (29 February is refused: most years lack it). */
export function yearly(en: string, zh: string, month: number, day: number) {
  return group(en, zh, {
    month: number('month', { min: 1, max: 12, whole: true })('Month', '月', month),
    day: number('day', { min: 1, max: 31, whole: true })('Day', '日', day),
  }).refine((on) => on.day <= new Date(Date.UTC(2023, on.month, 0)).getUTCDate(), {
    error: 'no such day in every year',
    params: { refusal: 'no-such-day' },
  });
}

/** Numbers that belong together. Unknown names are refused, missing ones have their defaults. */
export function group<S extends z.ZodRawShape>(en: string, zh: string, shape: S) {
  return z
    .strictObject(shape)
    .prefault({} as never)
    .meta({ labels: { en, 'zh-CN': zh } });
}

/** One number for each value of a choice field, labelled as the field labels them. */
export function perValue<K extends string>(
  en: string,
  zh: string,
  values: Readonly<Record<K, Labels>>,
  entry: typeof points,
  presets: Readonly<Record<NoInfer<K>, number>>,
) {
  const shape = Object.fromEntries(
    (Object.keys(values) as K[]).map((key) => [
      key,
      entry(values[key].en, values[key]['zh-CN'], presets[key]),
    ]),
  ) as Record<K, ReturnType<typeof points>>;
  return group(en, zh, shape);
}
