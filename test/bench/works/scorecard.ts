import { availableParallelism } from 'node:os';
import { dateOf, defaultPolicy } from '@probity/analytics';
import pg from 'pg';
import { ScoreThreads } from '../../../api/dist/scoring/threads/score-threads.js';
import { type Measure, measure, timed } from '../measure.ts';
import { LAST_DAY } from '../population.ts';
import { postgresScorecard } from '../references/postgres-scorecard.sql.ts';
import { compareScores } from '../references/same-answer.ts';
import type { Population } from './context.ts';
import { columnsOf } from './evidence.ts';

/** The full rescore beside one statement over PostgreSQL's record tables, analysed, in two parallel workers. */
export async function besidePostgres({ cadreCount, seed }: Population): Promise<Measure[]> {
  const evidence = columnsOf(cadreCount);
  const client = new pg.Client({
    connectionString: seed.url,
    options: `-c probity.guard=worker -c work_mem=256MB -c max_parallel_workers_per_gather=2`,
  });
  await client.connect();
  const threads = new ScoreThreads({ threadCount: availableParallelism() });
  const statement = (on: string) =>
    `CREATE TEMP TABLE answer ON COMMIT DROP AS ${postgresScorecard(on)}`;
  try {
    const day = LAST_DAY - 30;
    // One round to warm both up.
    await threads.scoreAll(evidence, LAST_DAY, defaultPolicy);
    const [seconds, scores] = await timed(() => threads.scoreAll(evidence, day, defaultPolicy));
    await client.query('BEGIN');
    const [referenceSeconds] = await timed(() => client.query(statement(dateOf(day) ?? '')));
    const { rows } = await client.query<number[]>({
      text: 'SELECT cadre, total, position FROM answer',
      rowMode: 'array',
    });
    compareScores(
      scores,
      'PostgreSQL',
      [0, 1, 2].map((column) => rows.map((row) => row[column] ?? Number.NaN)),
    );
    await client.query('ROLLBACK');
    return [
      measure(
        'full rescore at another as-of date',
        seconds,
        'PostgreSQL, one statement, 2 parallel workers',
        referenceSeconds,
      ),
    ];
  } finally {
    await threads.end();
    await client.end();
  }
}
