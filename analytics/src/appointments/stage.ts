import type { Labels } from '../fields/labels.js';
import type { GateReason } from './reason.js';

/** How far a case is: the first step that is not done, in the order of the steps. */
export const appointmentStages = {
  headcount: { en: 'Headcount pre-review', 'zh-CN': '职数预审' },
  file: { en: 'File review', 'zh-CN': '档案审核' },
  'joint-review': { en: 'Joint review', 'zh-CN': '联审' },
  notice: { en: 'Notice', 'zh-CN': '公示' },
  opinions: { en: 'Opinions', 'zh-CN': '听取意见' },
  decision: { en: 'Decision', 'zh-CN': '待决定' },
  decided: { en: 'Decided', 'zh-CN': '已决定' },
} as const satisfies Record<string, Labels>;

export type AppointmentStage = keyof typeof appointmentStages;

const steps = ['headcount', 'file', 'joint-review', 'notice', 'opinions'] as const;

/**
 * The stage of a case by what its gate says: the first step of which something is missing; what
 * speaks against the candidate holds no step up, but the gate.
 */
export function stageOf(isDecided: boolean, reasons: readonly GateReason[]): AppointmentStage {
  if (isDecided) return 'decided';
  const missing = new Set<string>(reasons.filter((one) => one.missing).map(({ kind }) => kind));
  return steps.find((step) => missing.has(step)) ?? 'decision';
}
