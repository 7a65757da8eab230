import { z } from 'zod';
import { type AppointmentPolicy, appointmentPolicy } from '../appointments/policy.js';
import { dayOf } from '../fields/day.js';
import { days, factor, group, points } from '../fields/policy-number.js';
import { type FollowUpKind, followUpKinds } from '../follow-ups/kinds.js';
import type { Source, SourcePolicy } from '../source.js';
import { type TalksPolicy, talksPolicy } from '../talks/policy.js';
import { type HearingPolicy, hearingPolicy } from './hearing.policy.js';
import { type RetentionPolicy, retentionPolicy } from './retention.policy.js';

/** Dates (`YYYY-MM-DD`) by kind of follow-up; a kind that is not there, or null, has none. */
export type DatesByKind = Readonly<Partial<Record<FollowUpKind, string | null | undefined>>>;

/** Every number of every rule. Points are points, not millipoints. */
export interface Policy {
  readonly sources: Readonly<Record<string, SourcePolicy>>;
  /** A total at or above a limit is in the band. */
  readonly bands: { readonly high: number; readonly elevated: number; readonly watch: number };
  /** `low` with a smaller share of coverage is `insufficient`. */
  readonly coverage: { readonly minimum: number };
  readonly followUps: {
    readonly dueSoonDays: number;
    readonly expectedFrom: DatesByKind;
    readonly countFrom: DatesByKind;
  };
  readonly appointments: AppointmentPolicy;
  readonly talks: TalksPolicy;
  readonly hearing: HearingPolicy;
  readonly retention: RetentionPolicy;
}

function isDate(text: string): boolean {
  try {
    return Number.isInteger(dayOf(text));
  } catch {
    return false;
  }
}

function datesByKind(en: string, zh: string) {
  const date = z.string().refine(isDate, { error: 'not a calendar date (YYYY-MM-DD)' });
  const kinds = Object.keys(followUpKinds) as FollowUpKind[];
  return z
    .partialRecord(z.enum(kinds), date.nullable())
    .default({})
    .meta({ labels: { en, 'zh-CN': zh } });
}

/** The schema of a policy over these sources: missing numbers have their defaults, unknown names are refused. */
export function policySchema(sources: readonly Source[]): z.ZodType<Policy> {
  const ofSources = Object.fromEntries(sources.map((source) => [source.key, source.policy]));
  return group('Policy', '规则', {
    sources: group('Sources', '来源', ofSources),
    bands: group('Bands, from', '等级起点', {
      high: points('High', '高', 30),
      elevated: points('Elevated', '较高', 18),
      watch: points('Watch', '关注', 9),
    }).refine((bands) => bands.high > bands.elevated && bands.elevated > bands.watch, {
      error: 'each band must begin above the next: high > elevated > watch',
    }),
    coverage: group('Coverage', '信息覆盖度', {
      minimum: factor('Low needs at least', '“低”所需的最低信息覆盖度', 0.5, { max: 1 }),
    }),
    followUps: group('Follow-ups', '跟进事项', {
      dueSoonDays: days('Due soon within', '临期天数', 14),
      expectedFrom: datesByKind(
        'Obligations without a record are asked for from',
        '无记录事项起算日期',
      ),
      countFrom: datesByKind('Obligations due before are inherited', '此前到期者视为历史遗留'),
    }),
    appointments: appointmentPolicy,
    talks: talksPolicy,
    hearing: hearingPolicy,
    retention: retentionPolicy(sources),
  }) as unknown as z.ZodType<Policy>;
}
