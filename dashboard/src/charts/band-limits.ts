import type { Band } from '../data/shapes.js';
import type { Look } from './look.js';

/** The least score of each band that has one, in points (policy). */
export type BandLimits = Readonly<Record<'high' | 'elevated' | 'watch', number>>;

const limited = ['high', 'elevated', 'watch'] as const;

/** Lines at the limits of the bands, each with its name, along the axis that carries the score. */
export function limitLines(
  limits: BandLimits | undefined,
  axis: 'xAxis' | 'yAxis',
  word: (band: keyof BandLimits) => string,
  look: Look,
  /** Where a vertical line has its name: the end is at the top unless the other axis is inverted. */
  top: 'end' | 'start' = 'end',
) {
  return {
    silent: true,
    animation: false,
    symbol: 'none',
    data: limits
      ? limited.map((band) => ({
          [axis]: limits[band],
          lineStyle: { color: look.bands[band], type: 'dashed' as const, width: 1 },
          label: {
            formatter: word(band),
            color: look.bands[band],
            fontSize: 12,
            position: axis === 'yAxis' ? ('insideStartTop' as const) : top,
          },
        }))
      : [],
  };
}

/** The band that a score falls in by the limits alone; coverage is not looked at. */
export function bandAt(score: number, limits: BandLimits): Band {
  return limited.find((band) => score >= limits[band]) ?? 'low';
}
