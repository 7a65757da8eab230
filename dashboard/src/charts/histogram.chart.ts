import type { EChartsOption } from 'echarts';
import type { Bin } from '../data/shapes.js';
import { type BandLimits, bandAt, limitLines } from './band-limits.js';
import { frameOf, type Look, zeroAxis } from './look.js';

export interface HistogramWords {
  band(band: keyof BandLimits): string;
  /** What a bar says when pointed at. */
  bin(bin: Bin): string;
  count(value: number): string;
}

/**
 * How many people have which score, with the limits of the bands. A range of scores can be
 * brushed. The height is the square root of the count: otherwise the many low scores would flatten
 * the few high ones, which are what the reader is looking for. Within a bar the parts are as the counts.
 */
export function histogramChart(
  bins: readonly Bin[],
  limits: BandLimits | undefined,
  words: HistogramWords,
  look: Look,
): EChartsOption {
  const last = bins.at(-1)?.to ?? 10;
  const most = Math.max(0, ...bins.map((bin) => bin.count));
  const color = (bin: Bin) => (limits ? look.bands[bandAt(bin.from, limits)] : look.lineStrong);
  // Missing evidence is never low: those who lack it are the outlined end of a bar.
  const lacking = ({ count, insufficient }: Bin) => (count > 0 ? insufficient / count : 0);
  return {
    ...frameOf(look),
    grid: { left: 8, right: 16, top: 20, bottom: 20 },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (item) => words.bin(bins[(item as { dataIndex: number }).dataIndex] as Bin),
    },
    brush: {
      xAxisIndex: 0,
      brushType: 'lineX',
      throttleType: 'debounce',
      throttleDelay: 120,
      brushStyle: { color: look.accent, opacity: 0.15, borderColor: look.accent, borderWidth: 1 },
    },
    xAxis: { type: 'value', min: 0, max: last, ...zeroAxis(look) },
    yAxis: { type: 'value', show: false, max: Math.sqrt(Math.max(1, most)) },
    series: [
      {
        type: 'custom',
        name: 'people',
        renderItem: (_, api) => {
          const [left = 0, top = 0] = api.coord([api.value(0), api.value(2)]);
          const [right = 0, bottom = 0] = api.coord([api.value(1), 0]);
          const width = Math.max(1, right - left - 1);
          const middle = top + (bottom - top) * Number(api.value(3));
          const fill = { fill: String(api.visual('color')) };
          const outline = { fill: look.paper, stroke: look.bands.insufficient, lineWidth: 1 };
          // The outline lies inside, so that it is as wide as what stands on the ground.
          const inner = { x: left + 0.5, y: top + 0.5, width: width - 1 };
          return {
            type: 'group',
            children: [
              {
                type: 'rect',
                shape: { x: left, y: middle, width, height: bottom - middle },
                style: fill,
              },
              ...(middle > top
                ? [{ type: 'rect', shape: { ...inner, height: middle - top }, style: outline }]
                : []),
            ],
          };
        },
        encode: { x: [0, 1], y: 2 },
        data: bins.map((bin) => ({
          value: [bin.from, bin.to, Math.sqrt(bin.count), lacking(bin)],
          itemStyle: { color: color(bin) },
        })),
        markLine: limitLines(limits, 'xAxis', words.band, look),
      },
    ],
  } as EChartsOption;
}
