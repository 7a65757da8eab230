import type { Labels } from '../fields/labels.js';
import type { Policy } from '../policy/schema.js';
import { type Millipoints, millipoints } from '../source.js';

/** The bands with their names; a band's code in columns is its place here. */
export const bands = {
  high: { en: 'High', 'zh-CN': '高' },
  elevated: { en: 'Elevated', 'zh-CN': '较高' },
  watch: { en: 'Watch', 'zh-CN': '关注' },
  low: { en: 'Low', 'zh-CN': '低' },
  insufficient: { en: 'Insufficient evidence', 'zh-CN': '信息不足' },
} as const satisfies Record<string, Labels>;

export type Band = keyof typeof bands;

/** The bands by code. */
export const bandCodes = Object.keys(bands) as readonly Band[];

const [HIGH, ELEVATED, WATCH, LOW, INSUFFICIENT] = bandCodes.keys() as Iterable<number>;

/** Gives the band's code for a total, and how many of the kinds of evidence that apply are there. */
export type BandOf = (total: Millipoints, present: number, applicable: number) => number;

/** The bands of a policy, limits turned into millipoints once. */
export function bandOf(policy: Policy): BandOf {
  const high = millipoints(policy.bands.high);
  const elevated = millipoints(policy.bands.elevated);
  const watch = millipoints(policy.bands.watch);
  return (total, present, applicable) => {
    if (total >= high) return HIGH;
    if (total >= elevated) return ELEVATED;
    if (total >= watch) return WATCH;
    return coverageOf(present, applicable) < policy.coverage.minimum ? INSUFFICIENT : LOW;
  };
}

/** The share of coverage, 0 to 1; 0 where nothing applies, since then nothing is known. */
export function coverageOf(present: number, applicable: number): number {
  return applicable === 0 ? 0 : present / applicable;
}
