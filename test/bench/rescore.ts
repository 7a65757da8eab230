import { defaultPolicy, type Scores, scoreAll } from '@probity/analytics';
import type { Measure } from './bench.ts';
import { duckdbOf } from './duckdb-population.ts';
import { evidenceOf, LAST_DAY } from './population.ts';
import { scorecardSql } from './scorecard.sql.ts';

const RUNS = 5;
const WORK = 'full rescore at another as-of date: totals, bands, positions';

const median = (seconds: readonly number[]) =>
  seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? Number.NaN;

/** Rescores everyone at several as-of dates, in turn with DuckDB, and checks that both give the same totals and positions. */
export async function rescore(cadreCount: number): Promise<Measure[]> {
  const evidence = evidenceOf(cadreCount);
  const duckdb = await duckdbOf(cadreCount);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const day = LAST_DAY - 30 * run;
    let start = performance.now();
    const scores = scoreAll(evidence, day, defaultPolicy);
    const own = performance.now() - start;
    start = performance.now();
    const reader = await duckdb.runAndReadAll(scorecardSql(day, cadreCount));
    const reference = performance.now() - start;
    compare(scores, reader.getColumns() as number[][]);
    // The first run warms both up.
    if (run === 0) continue;
    ours.push(own / 1000);
    theirs.push(reference / 1000);
  }
  const seconds = median(ours);
  const referenceSeconds = median(theirs);
  return [
    {
      work: WORK,
      seconds,
      reference: 'DuckDB, two threads, clustered tables',
      referenceSeconds,
      ratio: referenceSeconds / seconds,
    },
  ];
}

function compare(scores: Scores, [cadres = [], totals = [], positions = []]: number[][]): void {
  if (cadres.length !== scores.count) throw new Error('DuckDB answered for other cadres');
  cadres.forEach((cadre, row) => {
    if (scores.total[cadre] !== totals[row] || scores.position[cadre] !== positions[row]) {
      throw new Error(
        `cadre ${cadre}: ${scores.total[cadre]} at ${scores.position[cadre]}, DuckDB ${totals[row]} at ${positions[row]}`,
      );
    }
  });
}
