/** A share with the bounds of its interval, all in 0..1. */
export interface Rate {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The normal deviate of a two-sided interval of 95 %. */
const Z = 1.959964;

/**
 * The Wilson score interval (95 %) of `hits` out of `total`: unlike the plain one it stays within
 * 0..1 and is honest about small groups. Null where the total is 0.
 */
export function wilson(hits: number, total: number): Rate | null {
  if (total <= 0) return null;
  const share = hits / total;
  const z2 = (Z * Z) / total;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Z / (1 + z2)) * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
