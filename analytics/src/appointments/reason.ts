import type { AppointmentCase } from '../evidence/cases.js';
import type { Day } from '../fields/day.js';
import type { Labels } from '../fields/labels.js';
import type { Policy } from '../policy/schema.js';
import type { Facts } from './facts/facts.js';

/** The kinds of reason that block an appointment, in the order in which they are told. */
export const gateReasons = {
  headcount: { en: 'Headcount', 'zh-CN': '职数' },
  'improper-treatment': { en: 'Treatment above the post', 'zh-CN': '违规提高待遇' },
  file: { en: 'File', 'zh-CN': '档案' },
  'joint-review': { en: 'Joint review', 'zh-CN': '联审' },
  notice: { en: 'Notice', 'zh-CN': '公示' },
  opinions: { en: 'Opinions', 'zh-CN': '听取意见' },
  debriefing: { en: 'Debriefing', 'zh-CN': '述职评议' },
  'open-finding': { en: 'Open audit finding', 'zh-CN': '审计问题未整改' },
  'personal-matter': { en: 'Personal matters', 'zh-CN': '个人有关事项' },
  'report-unverified': { en: 'Report not verified', 'zh-CN': '报告未核查' },
  admonition: { en: 'Admonition', 'zh-CN': '诫勉' },
  sanction: { en: 'Sanction', 'zh-CN': '处分' },
} as const satisfies Record<string, Labels>;

export type GateReasonKind = keyof typeof gateReasons;

/** One reason why the candidate can't be appointed as things stand. */
export interface GateReason {
  readonly kind: GateReasonKind;
  /** The record behind it; the case number where there is none. */
  readonly ref: string;
  /** What it is about where the kind and the record don't say: an item, a department, a group, a circle. */
  readonly about: string | null;
  readonly message: Labels;
  /** Something isn't there yet, rather than speaks against the appointment. */
  readonly missing: boolean;
  /** What would clear it. */
  readonly clearedBy: Labels;
}

/** What the gate is asked. */
export interface GateQuestion {
  readonly about: AppointmentCase;
  readonly facts: Facts;
  readonly day: Day;
  readonly policy: Policy;
}

/** Finds the reasons of some kinds. */
export type GateCheck = (question: GateQuestion) => readonly GateReason[];

/** A reason for which a record speaks. */
export function against(
  kind: GateReasonKind,
  ref: string,
  message: Labels,
  clearedBy: Labels,
  about: string | null = null,
): GateReason {
  return { kind, ref, about, message, missing: false, clearedBy };
}

/** A reason for which the lack of a record speaks. */
export function lacking(
  kind: GateReasonKind,
  ref: string,
  message: Labels,
  clearedBy: Labels,
  about: string | null = null,
): GateReason {
  return { kind, ref, about, message, missing: true, clearedBy };
}
