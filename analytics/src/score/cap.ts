import type { Millipoints } from '../source.js';

/** A source's subtotal: the sum of its points, neither below 0 nor above the cap (in millipoints). */
export function clamp(sum: Millipoints, cap: Millipoints): Millipoints {
  if (sum > cap) return cap;
  return sum > 0 ? sum : 0;
}
