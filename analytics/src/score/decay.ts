import type { Decay } from '../source.js';

const STEPS = 2 ** 24;
/** After so many half-lives the decay is rounded to 0. */
const HALF_LIVES = 26;
/** An editor that tries many half-lives must not fill the memory. */
const KEPT_TABLES = 16;

const tables = new Map<number, Decay>();

/** `2^(-age / halfLife)` rounded to the nearest 2^-24, as a table that is made once for each half-life (in days, above 0). */
export function decayOf(halfLifeDays: number): Decay {
  const known = tables.get(halfLifeDays);
  if (known) return known;
  const length = Math.ceil(halfLifeDays * HALF_LIVES) + 1;
  const decay = new Float64Array(length);
  for (let age = 0; age < length; age++) {
    decay[age] = Math.floor(2 ** (-age / halfLifeDays) * STEPS + 0.5) / STEPS;
  }
  if (tables.size >= KEPT_TABLES) tables.clear();
  tables.set(halfLifeDays, decay);
  return decay;
}
