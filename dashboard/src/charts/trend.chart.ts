import type { EChartsOption } from 'echarts';
import { type BandLimits, limitLines } from './band-limits.js';
import { frameOf, gridAxis, type Look, zeroAxis } from './look.js';

/** One value of a trend; the policy that made it, where known. */
export interface TrendValue {
  readonly asOf: string;
  /** null: hidden, which leaves a gap. */
  readonly value: number | null;
  readonly policyVersion?: number | undefined;
}

export interface TrendWords {
  month(date: string): string;
  value(value: number | null): string;
  /** A step of the axis. */
  tick(value: number): string;
  band(band: keyof BandLimits): string;
  policy(version: number): string;
}

/** The first value of every policy version but the first: where the policy changed. */
export function policyChanges(values: readonly TrendValue[]): TrendValue[] {
  return values.filter((point, index) => {
    const before = values[index - 1];
    return before !== undefined && point.policyVersion !== before.policyVersion;
  });
}

/** A value over months, with band limits and policy changes marked, and the last value written out. */
export function trendChart(
  values: readonly TrendValue[],
  limits: BandLimits | undefined,
  words: TrendWords,
  look: Look,
): EChartsOption {
  const top = Math.max(1, ...values.map((point) => point.value ?? 0));
  const reach = limits ? Math.max(top, limits.watch * 1.15) : top;
  const shown = limits
    ? limitLines(limits, 'yAxis', words.band, look)
    : limitLines(undefined, 'yAxis', words.band, look);
  const marks = shown.data.filter(
    (line) => Number('yAxis' in line ? line.yAxis : 0) <= reach * 1.1,
  );
  return {
    ...frameOf(look),
    grid: { left: 8, right: 64, top: 16, bottom: 8, outerBoundsMode: 'same' },
    tooltip: {
      trigger: 'axis',
      confine: true,
      formatter: (items) => {
        const index = (items as unknown as readonly { dataIndex: number }[])[0]?.dataIndex ?? 0;
        const point = values[index];
        return point ? `${words.month(point.asOf)}: ${words.value(point.value)}` : '';
      },
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: values.map((point) => words.month(point.asOf)),
      ...zeroAxis(look),
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: Math.ceil((reach * 1.1) / 5) * 5,
      ...gridAxis(look),
      axisLabel: {
        color: look.quiet,
        fontSize: 12,
        formatter: (value: number) => words.tick(value),
      },
    },
    series: [
      {
        type: 'line',
        symbol: 'circle',
        symbolSize: 4,
        lineStyle: { color: look.ink, width: 2 },
        itemStyle: { color: look.ink },
        endLabel: {
          show: true,
          color: look.ink,
          fontWeight: 600,
          formatter: () => words.value(values.at(-1)?.value ?? null),
        },
        data: values.map((point) => point.value),
        markLine: {
          ...shown,
          data: [
            ...marks,
            ...policyChanges(values).map((point) => ({
              xAxis: words.month(point.asOf),
              lineStyle: { color: look.lineStrong, type: 'solid' as const, width: 1 },
              label: { formatter: words.policy(point.policyVersion ?? 0), color: look.quiet },
            })),
          ],
        },
      },
    ],
  };
}
