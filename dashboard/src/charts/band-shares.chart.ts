import type { EChartsOption } from 'echarts';
import { type Band, type BandCounts, bands } from '../data/shapes.js';
import { frameOf, type Look, zeroAxis } from './look.js';

/** One bar: a moment's name and how many people were in which band then. */
export interface BandMoment {
  readonly name: string;
  readonly counts: BandCounts;
}

/** Shares below this have no room for their count. */
const LEAST_LABELLED = 0.03;

/** The shares of the bands at two or more moments, as bars of equal length with their counts written in. */
export function bandSharesChart(
  moments: readonly BandMoment[],
  words: { band(band: Band): string; count(value: number): string },
  look: Look,
): EChartsOption {
  const totals = moments.map(({ counts }) => bands.reduce((sum, band) => sum + counts[band], 0));
  const shareOf = (index: number, band: Band) =>
    totals[index] ? (moments[index] as BandMoment).counts[band] / totals[index] : 0;
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
    series: bands.map((band) => ({
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
  };
}
