/**
 * The disclosure control of what leaders are told (docs/small-cells.md): a count of 1 to 7 people is
 * hidden, every other one is rounded to the nearest 5, as NHS Digital does with hospital statistics.
 */
export const SMALLEST_SHOWN = 8;
const ROUNDED_TO = 5;
/** By how many points a mean must leave open what the people of one band come to. */
const MEAN_ROOM = 16;

const isSmall = (count: string) => `${count} BETWEEN 1 AND ${SMALLEST_SHOWN - 1}`;

/** SQL: a count as leaders may know it; NULL where it is small. 0 stays 0. */
export const publishedCount = (count: string): string =>
  `(CASE WHEN ${isSmall(count)} THEN NULL ELSE (round((${count}) / ${ROUNDED_TO}.0) * ${ROUNDED_TO})::int END)`;

/** SQL: the columns of `mask` with those added that keep what is hidden in them from being worked out from `n`. */
const completed = (mask: string, n: string) => `(${mask} | CASE
    WHEN ${mask} = 0 THEN 0
    WHEN (SELECT count(*) FILTER (WHERE v > 0) >= 2 AND sum(v) >= ${SMALLEST_SHOWN}
          FROM unnest(${n}) WITH ORDINALITY x(v, i) WHERE ${mask} & (1 << (i - 1)::int) <> 0) THEN 0
    ELSE coalesce((SELECT 1 << (i - 1)::int FROM unnest(${n}) WITH ORDINALITY x(v, i)
                   WHERE v > 0 AND ${mask} & (1 << (i - 1)::int) = 0 ORDER BY v, i LIMIT 1), 0)
    END)`;

const masked = (mask: string) => `${mask} & (1 << (i - 1)::int) <> 0`;

/**
 * SQL: the small columns of `n`, as a mask; with one more, an empty one if there is, where all of them
 * are so near to the largest that is hidden that their sum would tell each.
 */
const smallColumns = (n: string) => `(
  SELECT small.mask | CASE WHEN small.sum < ${SMALLEST_SHOWN - 1} * small.columns - 1 OR small.columns = 0 THEN 0
    ELSE coalesce((SELECT 1 << (i - 1)::int FROM unnest(${n}) WITH ORDINALITY x(v, i)
                   WHERE NOT ${masked('small.mask')} ORDER BY v, i LIMIT 1), 0) END
  FROM (SELECT coalesce(bit_or(1 << (i - 1)::int), 0) AS mask, count(*) AS columns, sum(v) AS sum
        FROM unnest(${n}) WITH ORDINALITY x(v, i) WHERE ${isSmall('v')}) small)`;

/** What the statement reads: each is SQL, or a parameter. */
export interface SmallCellsInput {
  /** Arrays of the tree's units: pre-order numbers of each, of its last descendant, of its parent (NULL at a top). */
  readonly enters: string;
  readonly leaves: string;
  readonly parents: string;
  /** A query of `enter, band, n, sum`: the people who are in a unit itself, by band, with their millipoints. */
  readonly own: string;
  /** Arrays by band: the least and the most millipoints of somebody in it. */
  readonly least: string;
  readonly most: string;
  /** Whether means may be told at all on this day. */
  readonly withMeans: string;
}

/**
 * The statement that tells leaders of every unit in a tree how many people its subtree has and how
 * they stand. Answers `enter`, `cadreCount`, `bands` (an array by band), `meanScore` (whole points)
 * and `suppressed` (whether anything of it is hidden). The reasons for each step are in
 * docs/small-cells.md.
 */
export const smallCellsStatement = (input: SmallCellsInput): string => `
WITH RECURSIVE
tree AS (
  SELECT * FROM unnest(${input.enters}::int[], ${input.leaves}::int[], ${input.parents}::int[])
    AS t(enter, leave, parent)),
own AS (${input.own}),
cell AS (
  SELECT t.enter, b.band, coalesce(o.n, 0) AS n, coalesce(o.sum, 0) AS sum
  FROM tree t CROSS JOIN generate_series(0, cardinality(${input.least}::int[]) - 1) b(band)
  LEFT JOIN own o USING (enter, band)),
running AS (
  SELECT *, sum(n) OVER before AS n_run, sum(sum) OVER before AS sum_run
  FROM cell WINDOW before AS (PARTITION BY band ORDER BY enter)),
unit AS MATERIALIZED (
  SELECT t.enter, t.parent, sum(first.n)::int AS own,
    array_agg((last.n_run - first.n_run + first.n)::int ORDER BY first.band) AS n,
    sum(last.n_run - first.n_run + first.n)::int AS total,
    sum(last.sum_run - first.sum_run + first.sum)::float8 AS sum
  FROM tree t JOIN running first ON first.enter = t.enter
    JOIN running last ON last.enter = t.leave AND last.band = first.band
  GROUP BY t.enter, t.parent),
-- Families whose small units would all be known to be of one person, since the whole leaves no room.
ones AS (
  SELECT p.enter FROM unit p JOIN unit c ON c.parent = p.enter
  WHERE p.own = 0 AND p.total >= ${SMALLEST_SHOWN}
  GROUP BY p.enter HAVING min(c.total) = 1 AND max(c.total) = 1),
tight AS (
  SELECT p.enter, max(c.total) >= ${SMALLEST_SHOWN} AS with_large
  FROM unit p JOIN unit c ON c.parent = p.enter
  WHERE p.own = 0 AND p.enter NOT IN (SELECT enter FROM ones)
  GROUP BY p.enter
  HAVING max(c.total) FILTER (WHERE ${isSmall('c.total')}) = 1
    AND bool_and(c.enter NOT IN (SELECT enter FROM ones))),
hidden AS (
  SELECT enter FROM unit WHERE ${isSmall('total')}
  UNION SELECT enter FROM ones
  UNION (SELECT DISTINCT ON (c.parent) c.enter FROM unit c JOIN tight p ON p.enter = c.parent
         WHERE c.total >= ${SMALLEST_SHOWN} ORDER BY c.parent, c.total, c.enter)
  UNION SELECT c.enter FROM unit c JOIN tight p ON p.enter = c.parent
        WHERE c.total = 0 AND NOT p.with_large),
-- A band that is small in one part is hidden in all parts of the same unit, and below them.
family AS (
  SELECT c.parent AS enter, bit_or(${smallColumns('c.n')}) AS mask
  FROM unit c WHERE c.enter NOT IN (SELECT enter FROM hidden) GROUP BY c.parent),
walk AS (
  SELECT u.enter, u.n, u.total, NULL::int AS above, u.enter IN (SELECT enter FROM hidden) AS hidden,
    ${completed(smallColumns('u.n'), 'u.n')} AS mask
  FROM unit u WHERE u.parent IS NULL
  UNION ALL
  SELECT c.enter, c.n, c.total, p.total, p.hidden OR c.enter IN (SELECT enter FROM hidden),
    CASE WHEN coalesce(f.mask, 0) & ~p.mask = 0 THEN p.mask
      ELSE ${completed('(p.mask | f.mask)', 'p.n')} END
  FROM walk p JOIN unit c ON c.parent = p.enter LEFT JOIN family f ON f.enter = p.enter),
told AS (
  SELECT w.*, u.sum, round(u.sum / nullif(w.total, 0) / 1000) AS mean,
    (SELECT sum(v * l) FROM unnest(w.n, ${input.least}::int[]) x(v, l)) AS least,
    (SELECT sum(v * m) FROM unnest(w.n, ${input.most}::int[]) x(v, m)) AS most
  FROM walk w JOIN unit u USING (enter)),
judged AS (
  SELECT *, NOT hidden AND total >= ${SMALLEST_SHOWN} AND ${input.withMeans}
      AND NOT coalesce(${isSmall('above - total')}, false)
      AND (mean + 0.5) * 1000 * total - least >= ${MEAN_ROOM * 1000}
      AND most - (mean - 0.5) * 1000 * total >= ${MEAN_ROOM * 1000} AS with_mean
  FROM told)
SELECT enter,
  CASE WHEN NOT hidden THEN ${publishedCount('total')} END AS "cadreCount",
  CASE WHEN hidden THEN array_fill(NULL::int, ARRAY[cardinality(n)])
    WHEN total = 0 THEN n
    ELSE ARRAY(SELECT CASE WHEN mask & (1 << (i - 1)::int) = 0 THEN ${publishedCount('v')} END
               FROM unnest(n) WITH ORDINALITY x(v, i) ORDER BY i) END AS bands,
  CASE WHEN with_mean THEN mean END AS "meanScore",
  hidden OR (total > 0 AND (mask <> 0 OR NOT with_mean)) AS suppressed
FROM judged ORDER BY enter`;
