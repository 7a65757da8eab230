import type { EChartsOption } from 'echarts';
import { frameOf, gridAxis, type Look, zeroAxis } from './look.js';
import type { Rate } from './wilson.js';

/** One unit's rate; `rate` is null where it is suppressed or nobody is there. */
export interface UnitRate {
  readonly code: string;
  readonly name: string;
  readonly rate: Rate | null;
}

export interface RatesWords {
  percent(share: number): string;
  /** What the line of the whole says, with its share. */
  whole(share: number): string;
}

/** The units in falling order of their share; those without one at the end, by name. */
export function sortedRates(units: readonly UnitRate[]): UnitRate[] {
  return units.toSorted(
    (a, b) => (b.rate?.share ?? -1) - (a.rate?.share ?? -1) || a.name.localeCompare(b.name),
  );
}

/** Rates as dots with their intervals as lines on one axis, sorted, and the share of the whole (null: hidden) as a line. */
export function ratesChart(
  units: readonly UnitRate[],
  whole: number | null,
  words: RatesWords,
  look: Look,
): EChartsOption {
  const most = Math.max(whole ?? 0, ...units.map((unit) => unit.rate?.high ?? 0));
  return {
    ...frameOf(look),
    grid: { left: 8, right: 48, top: 24, bottom: 8, outerBoundsMode: 'same' },
    xAxis: {
      type: 'value',
      min: 0,
      max: Math.min(1, Math.ceil(most * 20) / 20),
      ...gridAxis(look),
      axisLabel: {
        color: look.quiet,
        fontSize: 12,
        formatter: (share: number) => words.percent(share),
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      // The share stands with the name: beside the dots it would run into the neighbours.
      data: units.map(({ name, rate }) => (rate ? `${name}  ${words.percent(rate.share)}` : name)),
      ...zeroAxis(look),
      axisLabel: { color: look.ink, fontSize: 12, width: 200, overflow: 'truncate', interval: 0 },
    },
    series: [
      {
        type: 'custom',
        renderItem: (_, api) => {
          const [left = 0, y = 0] = api.coord([api.value(0), api.value(2)]);
          const [right = 0] = api.coord([api.value(1), api.value(2)]);
          return {
            type: 'line',
            shape: { x1: left, y1: y, x2: right, y2: y },
            style: { stroke: look.lineStrong, lineWidth: 2 },
          };
        },
        encode: { x: [0, 1], y: 2 },
        silent: true,
        data: units.flatMap(({ rate }, index) => (rate ? [[rate.low, rate.high, index]] : [])),
        markLine: {
          silent: true,
          animation: false,
          symbol: 'none',
          lineStyle: { color: look.ink, type: 'solid', width: 1 },
          label: {
            position: 'start',
            formatter: whole === null ? '' : words.whole(whole),
            color: look.ink,
            fontSize: 12,
          },
          data: whole === null ? [] : [{ xAxis: whole }],
        },
      },
      {
        type: 'line',
        lineStyle: { width: 0 },
        symbol: 'circle',
        symbolSize: 8,
        itemStyle: { color: look.ink },
        data: units.map(({ rate }, index) => [rate?.share ?? null, index]),
      },
    ],
  } as EChartsOption;
}
