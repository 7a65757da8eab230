import type { Command } from 'commander';
import { download } from '../download.js';
import { REVIEW_NOTICE, table } from '../output.js';
import { date, settingOf, wholeNumber } from '../setting.js';

interface Ranking {
  readonly asOf: string;
  readonly policyVersion: number;
  readonly total: number;
  readonly stale: boolean;
  readonly rows: readonly {
    readonly position: number;
    readonly rank: number;
    readonly staffNo: string;
    readonly name: string;
    readonly unitCode: string | null;
    readonly post: string | null;
    readonly score: number;
    readonly band: string;
    readonly coverage: number;
    readonly overdueCount: number;
    readonly officeOverdueCount: number;
  }[];
}

interface Options {
  readonly asOf?: string;
  readonly unit?: string;
  readonly band?: string;
  readonly limit?: number;
  readonly csv?: boolean;
}

const text = (ranking: Ranking) =>
  table(
    [
      '#',
      'rank',
      'staff no',
      'name',
      'unit',
      'post',
      'score',
      'band',
      'coverage',
      'overdue',
      'by office/unit',
    ],
    ranking.rows.map((row) => [
      row.position,
      row.rank,
      row.staffNo,
      row.name,
      row.unitCode,
      row.post,
      row.score.toFixed(3).padStart(7),
      row.band,
      row.coverage.toFixed(2),
      row.overdueCount,
      row.officeOverdueCount,
    ]),
  ) +
  `${ranking.rows.length} of ${ranking.total}, as of ${ranking.asOf}, policy version ${ranking.policyVersion}${ranking.stale ? ', newer records are still to be scored' : ''}. ${REVIEW_NOTICE}\n`;

/** `probity ranking` */
export function rankingCommand(program: Command): void {
  program
    .command('ranking')
    .description('who is to be reviewed first')
    .option('--as-of <date>', 'the day to score as of (default: today, where the server is)', date)
    .option('--unit <code>', 'only this unit and those below it')
    .option('--band <band>', 'only this band: high, elevated, watch, low or insufficient')
    .option('--limit <count>', 'how many (default: 100; with --csv everyone)', wholeNumber)
    .option('--csv', 'as a CSV file')
    .action(async (options: Options, command: Command) => {
      const { client, out } = settingOf(command);
      const { csv, ...query } = options;
      const asked = { asOf: query.asOf, unit: query.unit, band: query.band, limit: query.limit };
      if (csv) {
        const headers = { accept: 'text/csv' };
        return download(await client.send('rankings', { query: asked, headers }));
      }
      out.answer(await client.get<Ranking>('rankings', asked), text);
    });
}
