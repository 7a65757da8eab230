import type { Problem } from '../../data/queries/imports.query.js';

/** As many causes of one import as are read; its file has the rest. */
export const MOST_CAUSES = 5000;

/** All refusals for one reason in one column. */
export interface Cause {
  readonly key: string;
  readonly code: string;
  readonly column: string;
  readonly problems: readonly Problem[];
}

/** What is wrong with a header: its columns are mended together. */
export const MISSING = 'missing-column';

/** Refusals grouped by reason and column (missing columns all together), the most frequent first. */
export function causesOf(problems: readonly Problem[]): Cause[] {
  const columnOf = ({ code, column }: Problem) => (code === MISSING ? '' : column);
  const groups = Map.groupBy(problems, (problem) => `${problem.code}/${columnOf(problem)}`);
  return [...groups]
    .map(([key, group]) => {
      const [first] = group as [Problem, ...Problem[]];
      return { key, code: first.code, column: columnOf(first), problems: group };
    })
    .sort((a, b) => b.problems.length - a.problems.length || a.key.localeCompare(b.key));
}

/** How many rows have a problem: one row may have several. */
export const rowCountOf = (problems: readonly Problem[]): number =>
  new Set(problems.map(({ line }) => line)).size;
