import type { EChartsOption } from 'echarts';
import { type BandLimits, limitLines } from '../band-limits.js';
import { frameOf, gridAxis, type Look, zeroAxis } from '../look.js';
import type { Step } from './waterfall-steps.js';

/** What the chart writes: the name of a step, the form of its points, the bands' names. */
export interface WaterfallWords {
  name(step: Step): string;
  points(step: Step): string;
  band(band: keyof BandLimits): string;
}

/** Lines of a chart lie at 5 where nothing else is said. */
const ABOVE_LINES = 6;

/** Colour of a source by its key. */
export type SourceColor = (source: string, look: Look) => string;

/** A horizontal waterfall, source by source to the total; adjustments are dashed, the total is solid. */
export function waterfallChart(
  steps: readonly Step[],
  limits: BandLimits | undefined,
  words: WaterfallWords,
  colorOf: SourceColor,
  look: Look,
): EChartsOption {
  const largest = Math.max(1, ...steps.map((step) => Math.max(step.from, step.to)));
  return {
    ...frameOf(look),
    grid: { left: 8, right: 64, top: 24, bottom: 8, outerBoundsMode: 'same' },
    xAxis: { type: 'value', min: 0, max: Math.ceil(largest / 5) * 5, ...gridAxis(look) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: steps.map((step) => words.name(step)),
      ...zeroAxis(look),
      axisLabel: { color: look.ink, fontSize: 12, lineHeight: 13, width: 168, overflow: 'break' },
    },
    series: [
      {
        type: 'bar',
        stack: 'steps',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: steps.map((step) => Math.min(step.from, step.to)),
      },
      {
        type: 'bar',
        stack: 'steps',
        barMaxWidth: 20,
        cursor: 'pointer',
        data: steps.map((step) => ({
          value: Math.abs(step.to - step.from),
          itemStyle: styleOf(step, colorOf, look),
        })),
        markLine: limitLines(limits, 'xAxis', words.band, look, 'start'),
      },
      {
        // The numbers at the ends of the bars: over the lines of the limits, which would run through them.
        type: 'bar',
        stack: 'steps',
        silent: true,
        z: ABOVE_LINES,
        label: {
          show: true,
          position: 'right',
          color: look.ink,
          backgroundColor: look.ground,
          padding: [1, 2],
          fontSize: 12,
          formatter: ({ dataIndex }) => words.points(steps[dataIndex] as Step),
        },
        data: steps.map(() => 0),
      },
    ],
  };
}

function styleOf(step: Step, colorOf: SourceColor, look: Look) {
  if (step.kind === 'total') return { color: look.ink };
  if (step.kind === 'source') return { color: colorOf(step.source, look) };
  return {
    color: look.paper,
    borderColor: look.lineStrong,
    borderType: 'dashed',
    borderWidth: 1,
  } as const;
}
