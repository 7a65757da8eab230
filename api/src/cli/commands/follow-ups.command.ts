import type { Command } from 'commander';
import { download } from '../download.js';
import { table } from '../output.js';
import { date, settingOf, wholeNumber } from '../setting.js';

interface FollowUps {
  readonly total: number;
  readonly rows: readonly {
    readonly kind: string;
    readonly staffNo: string;
    readonly unitCode: string | null;
    readonly ref: string;
    readonly dueOn: string;
    readonly state: string;
    readonly daysOverdue: number | null;
    readonly owedBy: string;
    readonly inherited: boolean;
  }[];
}

interface Options {
  readonly asOf?: string;
  readonly state?: string;
  readonly kind?: string;
  readonly unit?: string;
  readonly limit?: number;
  readonly csv?: boolean;
}

const text = (list: FollowUps) =>
  `${table(
    ['due on', 'state', 'days late', 'kind', 'staff no', 'unit', 'record', 'owed by'],
    list.rows.map((row) => [
      row.dueOn,
      row.inherited ? `${row.state} (inherited)` : row.state,
      row.daysOverdue,
      row.kind,
      row.staffNo,
      row.unitCode,
      row.ref,
      row.owedBy,
    ]),
  )}${list.rows.length} of ${list.total}\n`;

/** `probity follow-ups` */
export function followUpsCommand(program: Command): void {
  program
    .command('follow-ups')
    .description('what is owed, and what is late')
    .option('--as-of <date>', 'the day to look from (default: today, where the server is)', date)
    .option('--state <state>', 'only these: open, due-soon, overdue or closed')
    .option('--kind <kind>', 'only this kind')
    .option('--unit <code>', 'only this unit and those below it')
    .option('--limit <count>', 'how many (default: 100; with --csv all)', wholeNumber)
    .option('--csv', 'as a CSV file')
    .action(async (options: Options, command: Command) => {
      const { client, out } = settingOf(command);
      const { csv, ...query } = options;
      if (csv) {
        const headers = { accept: 'text/csv' };
        return download(await client.send('follow-ups', { query: { ...query }, headers }));
      }
      out.answer(await client.get<FollowUps>('follow-ups', { ...query }), text);
    });
}
