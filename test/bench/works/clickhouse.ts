import { availableParallelism } from 'node:os';
import { defaultPolicy } from '@probity/analytics';
import { ScoreThreads } from '../../../api/dist/scoring/threads/score-threads.js';
import { type Measure, measure, median, timed } from '../measure.ts';
import { LAST_DAY } from '../population.ts';
import { ClickHouse } from '../references/clickhouse.ts';
import { clickhouseScorecard } from '../references/clickhouse-scorecard.sql.ts';
import { compareScores } from '../references/same-answer.ts';
import type { Population } from './context.ts';
import { columnsOf } from './evidence.ts';

/**
 * The full rescore at several as-of dates, in turn with ClickHouse in this process; `home` keeps its package. Where it can't
 * be installed that is said, and the line left out.
 */
export async function besideClickHouse(
  { cadreCount, folder }: Population,
  home: string,
  rounds: number,
): Promise<Measure[]> {
  let clickhouse: ClickHouse;
  try {
    clickhouse = await ClickHouse.open(home, folder, cadreCount);
  } catch (error) {
    process.stderr.write(
      `left out: ClickHouse (${error instanceof Error ? error.message : error})\n`,
    );
    return [];
  }
  const evidence = columnsOf(cadreCount);
  const threads = new ScoreThreads({ threadCount: availableParallelism() });
  const ours: number[] = [];
  const theirs: number[] = [];
  // The first round warms both up.
  for (let round = 0; round <= rounds; round++) {
    const day = LAST_DAY - 30 * round;
    const [own, scores] = await timed(() => threads.scoreAll(evidence, day, defaultPolicy));
    const [reference] = await timed(() =>
      clickhouse.carryOut(clickhouseScorecard(day, cadreCount)),
    );
    compareScores(scores, 'ClickHouse', clickhouse.answer());
    if (round === 0) continue;
    ours.push(own);
    theirs.push(reference);
  }
  clickhouse.end();
  await threads.end();
  const name = 'ClickHouse in process (chdb), two threads, in the order of cadres';
  return [measure('full rescore at another as-of date', median(ours), name, median(theirs))];
}
