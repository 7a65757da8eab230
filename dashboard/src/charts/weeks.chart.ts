import type { EChartsOption } from 'echarts';
import { frameOf, type Look, zeroAxis } from './look.js';

/** How much falls due in the week that begins on a day. */
export interface WeekCount {
  readonly from: string;
  readonly count: number;
}

/** What falls due in each of the next weeks, with the count on every bar. */
export function weeksChart(
  weeks: readonly WeekCount[],
  words: { day(date: string): string; count(value: number): string },
  look: Look,
): EChartsOption {
  return {
    ...frameOf(look),
    grid: { left: 0, right: 0, top: 20, bottom: 20 },
    xAxis: { type: 'category', data: weeks.map((week) => words.day(week.from)), ...zeroAxis(look) },
    yAxis: { type: 'value', show: false, min: 0 },
    series: [
      {
        type: 'bar',
        barWidth: '60%',
        itemStyle: { color: look.quiet },
        label: {
          show: true,
          position: 'top',
          color: look.ink,
          formatter: ({ dataIndex }) => words.count(weeks[dataIndex]?.count ?? 0),
        },
        data: weeks.map((week) => week.count),
      },
    ],
  };
}
