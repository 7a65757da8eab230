import type { Decay } from '../source.js';

const STEPS = 2 ** 24;
/** Ages that a table holds at most; older ones are worked out each time, to the same bits. */
const LONGEST_TABLE = 65_536;
/** After so many half-lives the decay is rounded to 0. */
const HALF_LIVES = 26;
const KEPT_TABLES = 64;

const tables = new Map<number, Decay>();

function worked(age: number, halfLifeDays: number): number {
  return Math.floor(2 ** (-age / halfLifeDays) * STEPS + 0.5) / STEPS;
}

/** `2^(-age / halfLife)` rounded to the nearest 2^-24, out of a table that is made once for each half-life (in days, above 0). */
export function decayOf(halfLifeDays: number): Decay {
  const known = tables.get(halfLifeDays);
  if (known) return known;
  const length = Math.min(LONGEST_TABLE, Math.ceil(halfLifeDays * HALF_LIVES) + 1);
  const table = Float64Array.from({ length }, (_, age) => worked(age, halfLifeDays));
  const decay: Decay = (age) => (age < length ? table[age] : worked(age, halfLifeDays));
  // An editor that tries many half-lives must not fill the memory.
  if (tables.size >= KEPT_TABLES) tables.clear();
  tables.set(halfLifeDays, decay);
  return decay;
}
