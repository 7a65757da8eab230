import { availableParallelism } from 'node:os';
import { defaultPolicy } from '@probity/analytics';
import { ScoreThreads } from '../../api/dist/scoring/threads/score-threads.js';
import { duckdbOf } from './duckdb-population.ts';
import { type Measure, measure, median } from './measure.ts';
import { LAST_DAY } from './population.ts';
import { compareScores } from './references/same-answer.ts';
import { scorecardSql } from './scorecard.sql.ts';
import { columnsOf } from './works/evidence.ts';

const WORK = 'full rescore at another as-of date: totals, bands, positions';

/** Rescores everyone at several as-of dates, in turn with DuckDB, and checks that both give the same totals and positions. */
export async function rescore(cadreCount: number, rounds: number): Promise<Measure[]> {
  const evidence = columnsOf(cadreCount);
  const duckdb = await duckdbOf(cadreCount);
  const threads = new ScoreThreads({ threadCount: availableParallelism() });
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run <= rounds; run++) {
    const day = LAST_DAY - 30 * run;
    let start = performance.now();
    const scores = await threads.scoreAll(evidence, day, defaultPolicy);
    const own = performance.now() - start;
    start = performance.now();
    const reader = await duckdb.runAndReadAll(scorecardSql(day, cadreCount));
    const reference = performance.now() - start;
    compareScores(scores, 'DuckDB', reader.getColumns() as number[][]);
    // The first run warms both up.
    if (run === 0) continue;
    ours.push(own / 1000);
    theirs.push(reference / 1000);
  }
  await threads.end();
  return [measure(WORK, median(ours), 'DuckDB, two threads, clustered tables', median(theirs))];
}
