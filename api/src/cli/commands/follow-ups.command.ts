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
  readonly closed?: boolean;
  readonly kind?: string;
  readonly unit?: string;
  readonly limit?: number;
  readonly csv?: boolean;
}

/** What is still owed; the list has the longest overdue first. */
const OPEN = 'overdue,due-soon,open';

const text = (list: FollowUps, open: boolean) =>
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
  )}${list.rows.length} of ${list.total}${open ? ' that are open; --closed shows the others' : ''}\n`;

/** `probity follow-ups` */
export function followUpsCommand(program: Command): void {
  program
    .command('follow-ups')
    .description('what is owed, the longest overdue first')
    .option('--as-of <date>', 'the day to look from (default: today, where the server is)', date)
    .option('--state <state>', 'only these: open, due-soon, overdue or closed')
    .option('--closed', 'what is closed, in place of what is open')
    .option('--kind <kind>', 'only this kind')
    .option('--unit <code>', 'only this unit and those below it')
    .option('--limit <count>', 'how many (default: 100; with --csv all)', wholeNumber)
    .option('--csv', 'as a CSV file')
    .action(async (options: Options, command: Command) => {
      const { client, out } = settingOf(command);
      const { csv, closed, ...rest } = options;
      // Programs get everything unless they say what; people what is to be done.
      const open = !csv && !out.json && !closed && rest.state === undefined;
      const state = rest.state ?? (closed ? 'closed' : open ? OPEN : undefined);
      const query = { ...rest, state };
      if (csv) {
        const headers = { accept: 'text/csv' };
        return download(await client.send('follow-ups', { query, headers }));
      }
      const list = await client.get<FollowUps>('follow-ups', query);
      out.answer(list, (found) => text(found, open));
    });
}
