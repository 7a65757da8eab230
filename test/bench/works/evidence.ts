import type { Evidence } from '@probity/analytics';
import { evidenceOf } from '../population.ts';

let made: { readonly cadreCount: number; readonly evidence: Evidence } | undefined;

/** The columns of a population, made once for all works on it. */
export function columnsOf(cadreCount: number): Evidence {
  if (made?.cadreCount !== cadreCount) made = { cadreCount, evidence: evidenceOf(cadreCount) };
  return made.evidence;
}
