import type { Band } from '../data/shapes.js';

/** The tokens a chart draws with, as plain colours: pure chart functions take it and read no style. */
export interface Look {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly lineStrong: string;
  /** Of the page; of what lies on it. */
  readonly ground: string;
  readonly paper: string;
  readonly accent: string;
  readonly bands: Readonly<Record<Band, string>>;
  /** The colours of sources, `sources[0]` for the first. */
  readonly sources: readonly string[];
  readonly fontFamily: string;
}

/** Reads the tokens as they are on screen now, in the theme shown. */
export function lookOf(element: HTMLElement): Look {
  const probe = document.createElement('span');
  element.append(probe);
  const color = (token: string) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const look: Look = {
    ink: color('ink'),
    quiet: color('ink-2'),
    line: color('line'),
    lineStrong: color('line-strong'),
    ground: color('ground'),
    paper: color('paper'),
    accent: color('accent'),
    bands: {
      high: color('band-high'),
      elevated: color('band-elevated'),
      watch: color('band-watch'),
      low: color('band-low'),
      insufficient: color('band-insufficient'),
    },
    sources: Array.from({ length: 11 }, (_, index) => color(`source-${index + 1}`)),
    fontFamily: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return look;
}

/** A look for tests and for charts outside of a page: every token is its own name. */
export const plainLook: Look = {
  ink: 'ink',
  quiet: 'quiet',
  line: 'line',
  lineStrong: 'line-strong',
  ground: 'ground',
  paper: 'paper',
  accent: 'accent',
  bands: {
    high: 'high',
    elevated: 'elevated',
    watch: 'watch',
    low: 'low',
    insufficient: 'insufficient',
  },
  sources: [
    'source-1',
    'source-2',
    'source-3',
    'source-4',
    'source-5',
    'source-6',
    'source-7',
    'source-8',
    'source-9',
    'source-10',
    'source-11',
  ],
  fontFamily: 'sans-serif',
};

/** What all charts share: type, no motion beyond 120 ms, room for labels. */
export function frameOf(look: Look) {
  return {
    textStyle: { fontFamily: look.fontFamily, fontSize: 12, color: look.ink },
    animationDuration: 120,
    animationDurationUpdate: 120,
    aria: { enabled: false },
  } as const;
}

/** A value axis with a plain grid. */
export function gridAxis(look: Look) {
  return {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: look.quiet, fontSize: 12 },
    splitLine: { lineStyle: { color: look.line } },
  } as const;
}

/** An axis of names or days with a zero line. */
export function zeroAxis(look: Look) {
  return {
    axisLine: { show: true, lineStyle: { color: look.lineStrong } },
    axisTick: { show: false },
    axisLabel: { color: look.quiet, fontSize: 12 },
    splitLine: { show: false },
  } as const;
}
