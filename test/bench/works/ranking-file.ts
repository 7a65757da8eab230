import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { bandCodes, sources } from '@probity/analytics';
import pg from 'pg';
import { rowsOfRun } from '../../../api/dist/scoring/runs/rows-of-run.js';
import { type Measure, measure, timed } from '../measure.ts';
import { COPY_NAME, copyOut } from '../references/psql.ts';
import type { Running } from './context.ts';
import { freshRun } from './requests.ts';

/** A run as a table of its own, which somebody with psql would have: positions in it, rows in their order. */
const flatRun = (runId: number) => `
  CREATE TABLE flat_ranking AS
  SELECT row_number() OVER (ORDER BY total DESC, tie_break DESC, staff_no) AS position,
    rank() OVER (ORDER BY total DESC) AS rank, s.*
  FROM scores s WHERE ${rowsOfRun('s', String(runId))} AND ranked ORDER BY 1;
  CREATE INDEX ON flat_ranking (position);
  ANALYZE flat_ranking`;

/** Its rows, cell by cell as the product writes them. */
const query = () => {
  const points = (value: string) => `to_char(${value} / 1000.0, 'FM99990.000')`;
  const band = bandCodes.map((code, at) => `WHEN ${at} THEN '${code}'`).join(' ');
  const coverage = `to_char(CASE WHEN applicable = 0 THEN 1 ELSE present / applicable::numeric END, 'FM0.000')`;
  return `SELECT position, rank, staff_no, name, unit_code, post, ${points('total')}, CASE band ${band} END,
    ${coverage}, ${sources.map((_, at) => points(`subtotals[${at + 1}]`)).join(', ')},
    overdue_count, office_overdue_count, 'false', NULL
    FROM flat_ranking ORDER BY position`.replaceAll(/\s+/g, ' ');
};

const linesOf = (file: string) =>
  createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();

/** Throws at the first line, the header apart, in which two files differ. */
async function compareFiles(ours: string, theirs: string): Promise<number> {
  const [one, other] = [linesOf(ours), linesOf(theirs)];
  await Promise.all([one.next(), other.next()]);
  for (let count = 0; ; count++) {
    const [a, b] = await Promise.all([one.next(), other.next()]);
    if (a.done && b.done) return count;
    if (a.value !== b.value) throw new Error(`line ${count + 2}: ${a.value} and ${b.value}`);
  }
}

/** The whole ranking as a CSV file beside the same query copied to one. */
export async function rankingFile({
  server,
  url,
  folder,
  cadreCount,
}: Running): Promise<Measure[]> {
  const runId = await freshRun(server);
  const [ours, theirs] = [join(folder, 'ranking.csv'), join(folder, 'copied.csv')];
  const fetched = () =>
    timed(async () => {
      const answer = await server.fetch('/api/rankings', { headers: { accept: 'text/csv' } });
      if (!answer.ok || !answer.body) throw new Error(`the ranking: ${answer.status}`);
      await pipeline(Readable.fromWeb(answer.body as ReadableStream), createWriteStream(ours));
    });
  const [seconds] = await fetched();
  const owner = new pg.Client({ connectionString: url, options: '-c probity.guard=worker' });
  await owner.connect();
  await owner.query(flatRun(runId));
  await owner.end();
  const reference = await copyOut(url, query(), theirs, true);
  const rows = await compareFiles(ours, theirs);
  if (rows !== cadreCount) throw new Error(`${rows} rows of ${cadreCount}`);
  return [
    measure(
      `ranking of ${cadreCount.toLocaleString('en')} as CSV`,
      seconds,
      `${COPY_NAME} (query) to`,
      reference,
    ),
  ];
}
