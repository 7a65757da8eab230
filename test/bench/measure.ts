/** One line of the table: the product's time for a piece of work beside a reference's, measured in one run on the same data. */
export interface Measure {
  readonly work: string;
  readonly seconds: number;
  readonly reference: string;
  readonly referenceSeconds: number;
  /** referenceSeconds / seconds: how many times faster the product is. */
  readonly ratio: number;
  /** What the two figures are in, where it isn't seconds. */
  readonly unit?: 'MB';
  /** How the figure grew from the smallest population to this one: 1 is in proportion, 0 not at all. */
  readonly growth?: number;
}

/** A line of the table, its ratio worked out. */
export const measure = (
  work: string,
  seconds: number,
  reference: string,
  referenceSeconds: number,
  unit?: Measure['unit'],
): Measure => ({
  ...{ work, seconds, reference, referenceSeconds, ratio: referenceSeconds / seconds },
  ...(unit ? { unit } : {}),
});

/** The time that so large a share of the times stays below. */
export const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[
    Math.min(times.length - 1, Math.floor(times.length * share))
  ] ?? Number.NaN;

export const median = (times: readonly number[]): number => percentile(times, 0.5);

/** The seconds that a piece of work takes, and what it answers. */
export async function timed<T>(work: () => Promise<T> | T): Promise<[seconds: number, answer: T]> {
  const start = performance.now();
  const answer = await work();
  return [(performance.now() - start) / 1000, answer];
}

const shown = (value: number, unit: Measure['unit']) =>
  unit ? `${value.toFixed(0)} ${unit}` : `${value.toPrecision(3)} s`;

/** The measures as a table for people, one line each. */
export function tableOf(measures: readonly Measure[]): string {
  const lines = [
    ['work', 'Probity', 'reference', '', 'ratio', 'growth'],
    ...measures.map(({ work, seconds, reference, referenceSeconds, ratio, unit, growth }) => [
      ...[work, shown(seconds, unit), reference, shown(referenceSeconds, unit)],
      ...[ratio.toPrecision(3), growth === undefined ? '' : growth.toFixed(2)],
    ]),
  ];
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths?.[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
