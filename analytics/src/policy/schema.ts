import { z } from 'zod';
import { type AppointmentPolicy, appointmentPolicy } from '../appointments/policy.js';
import { calendarDate } from '../fields/clause-schema.js';
import { days, factor, group, points, type Unit } from '../fields/policy-number.js';
import { type DayCount, dayCounts } from '../fields/working-days.js';
import { type FollowUpKind, followUpKinds } from '../follow-ups/kinds.js';
import { type RandomCheckPolicy, randomCheckPolicy } from '../random-check/policy.js';
import type { Source, SourcePolicy } from '../source.js';
import { type TalksPolicy, talksPolicy } from '../talks/policy.js';
import { type Clauses, clausesPolicy, ruledEntries } from './clauses.policy.js';
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
    /** How the days until a kind is due are counted; calendar days where it doesn't say. */
    readonly countIn: Readonly<Partial<Record<FollowUpKind, DayCount | undefined>>>;
  };
  readonly appointments: AppointmentPolicy;
  readonly talks: TalksPolicy;
  readonly randomCheck: RandomCheckPolicy;
  readonly hearing: HearingPolicy;
  readonly retention: RetentionPolicy;
  readonly clauses: Clauses;
}

const counts = Object.keys(dayCounts) as DayCount[];

function byKind<T extends z.ZodType>(entry: T, en: string, zh: string, unit?: Unit) {
  const kinds = Object.keys(followUpKinds) as FollowUpKind[];
  return z
    .partialRecord(z.enum(kinds), entry)
    .default({})
    .meta({ labels: { en, 'zh-CN': zh }, ...(unit && { unit }) });
}

const datesByKind = (en: string, zh: string) => byKind(calendarDate.nullable(), en, zh, 'date');

/** A schema describes itself at some cost, so that over the same sources is made once, and anew where one was added. */
const made = new WeakMap<readonly Source[], { count: number; schema: z.ZodType<Policy> }>();

/** The schema of a policy over these sources: missing numbers have their defaults, unknown names are refused. */
export function policySchema(sources: readonly Source[]): z.ZodType<Policy> {
  const known = made.get(sources);
  if (known?.count === sources.length) return known.schema;
  const schema = schemaOver(sources);
  made.set(sources, { count: sources.length, schema });
  return schema;
}

function schemaOver(sources: readonly Source[]): z.ZodType<Policy> {
  const ofSources = Object.fromEntries(sources.map((source) => [source.key, source.policy]));
  const parts = {
    sources: group('Sources', '来源', ofSources),
    bands: group('Bands, from', '等级起点', {
      high: points('High', '高', 30),
      elevated: points('Elevated', '较高', 18),
      watch: points('Watch', '关注', 9),
    }).refine((bands) => bands.high > bands.elevated && bands.elevated > bands.watch, {
      error: 'each band must begin above the next: high > elevated > watch',
      params: { refusal: 'bands-order' },
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
      countIn: byKind(z.enum(counts), 'Days until due are counted in', '期限计算方式'),
    }),
    appointments: appointmentPolicy,
    talks: talksPolicy,
    randomCheck: randomCheckPolicy,
    hearing: hearingPolicy,
    retention: retentionPolicy(sources),
  };
  const clauses = clausesPolicy(ruledEntries(z.strictObject(parts)));
  return group('Policy', '规则', { ...parts, clauses }) as unknown as z.ZodType<Policy>;
}
