import { scorecardSql } from '../scorecard.sql.ts';

/** Two threads as everybody has, and SQL's own meaning of a join without a partner. */
const SETTINGS = 'SETTINGS max_threads = 2, join_use_nulls = 1';

/** The scorecard of `scorecardSql` in ClickHouse's words, which are DuckDB's but for the names of types and of rows out of nothing. */
export function clickhouseScorecard(day: number, cadreCount: number): string {
  const sql = scorecardSql(day, cadreCount)
    .replaceAll('::DOUBLE', '::Nullable(Float64)')
    .replaceAll('::INTEGER', '::Int32')
    .replace('SELECT everyone.cadre,', 'SELECT everyone.cadre AS cadre,')
    .replace(
      `range(${cadreCount}) everyone(cadre)`,
      `(SELECT number::Int32 AS cadre FROM numbers(${cadreCount})) AS everyone`,
    )
    // Else the name of what is cast is taken for what it is cast from, and for itself.
    .replace('total::Int32 AS total', 'total::Int32 AS points')
    .replace('cadre::Int32 AS cadre', 'cadre::Int32 AS number');
  return `${sql} ${SETTINGS}`;
}
