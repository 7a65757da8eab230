import type { EChartsOption } from 'echarts';
import { type Band, bands, type ToldCounts } from '../data/shapes.js';
import { frameOf, type Look, zeroAxis } from './look.js';

/** One bar: a moment's name, how many people there were then, and in which band; null is hidden. */
export interface BandMoment {
  readonly name: string;
  readonly total: number | null;
  readonly counts: ToldCounts;
}

/** Shares below this have no room for their count. */
const LEAST_LABELLED = 0.03;

/** The shares of the bands at two or more moments, as bars of equal length with their counts written in; what is hidden of a whole stands at the end. */
export function bandSharesChart(
  moments: readonly BandMoment[],
  words: { band(band: Band): string; count(value: number | null): string },
  look: Look,
): EChartsOption {
  const known = moments.map(({ counts }) =>
    bands.reduce((sum, band) => sum + (counts[band] ?? 0), 0),
  );
  // Rounded parts can come to more than the rounded whole.
  const wholes = moments.map(({ total }, index) => Math.max(total ?? 0, known[index] ?? 0));
  const partOf = (index: number, count: number) => (wholes[index] ? count / wholes[index] : 0);
  const shareOf = (index: number, band: Band) =>
    partOf(index, (moments[index] as BandMoment).counts[band] ?? 0);
  const hiddenOf = (index: number) => partOf(index, (wholes[index] ?? 0) - (known[index] ?? 0));
  const isHidden = ({ counts }: BandMoment) => bands.some((band) => counts[band] === null);
  return {
    ...frameOf(look),
    grid: { left: 8, right: 8, top: 20, bottom: 0, outerBoundsMode: 'same' },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: moments.map((moment) => moment.name),
      ...zeroAxis(look),
      axisLabel: { color: look.ink, fontSize: 12 },
    },
    series: [
      ...bands.map((band) => ({
        name: band,
        type: 'bar' as const,
        stack: 'bands',
        barWidth: 24,
        itemStyle: { color: look.bands[band], borderColor: look.paper, borderWidth: 1 },
        label: {
          show: true,
          color: look.paper,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            shareOf(dataIndex, band) < LEAST_LABELLED
              ? ''
              : words.count((moments[dataIndex] as BandMoment).counts[band]),
        },
        data: moments.map((_, index) => shareOf(index, band)),
      })),
      ...(moments.some(isHidden)
        ? [
            {
              name: 'hidden',
              type: 'bar' as const,
              stack: 'bands',
              barWidth: 24,
              itemStyle: {
                color: 'transparent',
                borderColor: look.quiet,
                borderType: 'dashed' as const,
                borderWidth: 1,
              },
              label: {
                show: true,
                color: look.quiet,
                fontSize: 12,
                formatter: ({ dataIndex }: { dataIndex: number }) =>
                  hiddenOf(dataIndex) < LEAST_LABELLED ? '' : words.count(null),
              },
              data: moments.map((_, index) => hiddenOf(index)),
            },
          ]
        : []),
    ],
  };
}
