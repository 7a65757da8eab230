import { type Command, InvalidArgumentError } from 'commander';
import { download } from '../download.js';
import { Ended } from '../exit.js';
import { table } from '../output.js';
import { settingOf, wholeNumber } from '../setting.js';

interface Schedule {
  readonly id: number;
  readonly name: string;
  readonly what: string;
  readonly unit: string | null;
  readonly filters: Readonly<Record<string, string>>;
  readonly cron: string;
  readonly timeZone: string;
  readonly nextDueAt: readonly string[];
  readonly lastRun: Run | null;
}

interface Run {
  readonly id: number;
  readonly dueAt: string;
  readonly requestedBy: string | null;
  readonly status: string;
  readonly asOf: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly rowCount: number | null;
  readonly byteCount: number | null;
  readonly sha256: string | null;
  readonly file: string | null;
  readonly error: string | null;
}

interface ScheduleOptions {
  readonly name: string;
  readonly cron: string;
  readonly zone?: string;
  readonly unit?: string;
  readonly filter: Readonly<Record<string, string>>;
  readonly bom: boolean;
}

const schedules = (list: readonly Schedule[]) =>
  table(
    ['id', 'name', 'what', 'unit', 'filters', 'cron', 'zone', 'next due', 'last'],
    list.map((schedule) => [
      schedule.id,
      schedule.name,
      schedule.what,
      schedule.unit,
      new URLSearchParams(schedule.filters).toString(),
      schedule.cron,
      schedule.timeZone,
      schedule.nextDueAt[0],
      schedule.lastRun?.status,
    ]),
  );

const runs = (list: readonly Run[]) =>
  table(
    ['id', 'due', 'by', 'status', 'as of', 'finished', 'rows', 'bytes', 'file or error'],
    list.map((run) => [
      run.id,
      run.dueAt,
      run.requestedBy ?? 'schedule',
      run.status,
      run.asOf,
      run.finishedAt,
      run.rowCount,
      run.byteCount,
      run.error ?? run.file,
    ]),
  );

function filter(text: string, before: Readonly<Record<string, string>> = {}) {
  const [name, ...value] = text.split('=');
  if (!name || value.length === 0) throw new InvalidArgumentError('Give NAME=VALUE.');
  return { ...before, [name]: value.join('=') };
}

/** `probity export schedule|list|remove|run|history|file` */
export function exportScheduleCommands(parent: Command, whats: readonly string[]): void {
  parent
    .command('schedule <what>')
    .description(`have ${whats.join(', ')} written into the server's export folder regularly`)
    .requiredOption('--name <name>', 'what files are named after')
    .requiredOption('--cron <times>', 'minute hour day month weekday, such as "0 7 * * 1"')
    .option('--zone <zone>', "IANA time zone (default: the server's)")
    .option('--unit <code>', 'only this unit and those below it')
    .option('--filter <name=value>', 'a further parameter of the list; may be repeated', filter, {})
    .option('--no-bom', 'without a byte order mark')
    .action(async (what: string, options: ScheduleOptions, command: Command) => {
      const { client, out } = settingOf(command);
      const { name, cron, zone, unit, filter: filters, bom } = options;
      const body = { name, what, unit, filters, cron, timeZone: zone, bom };
      const made = await client.put<Schedule>('POST', 'exports', body);
      out.answer(made, (schedule) => {
        const times = schedule.nextDueAt.join(', ');
        return `${schedules([schedule])}Next due at ${times}\n`;
      });
    });
  parent
    .command('list')
    .description('the schedules')
    .action(async (_: object, command: Command) => {
      const { client, out } = settingOf(command);
      const list = await client.get<{ rows: Schedule[] }>('exports');
      out.answer(list, ({ rows }) => schedules(rows));
    });
  parent
    .command('remove <id>')
    .description('end a schedule; its files stay')
    .action(async (id: string, _: object, command: Command) => {
      const { client, out } = settingOf(command);
      await client.put('DELETE', `exports/${encodeURIComponent(id)}`);
      out.note(`Schedule ${id} is removed.`);
    });
  parent
    .command('run <id>')
    .description('write a file now, and wait until it is there')
    .action(async (id: string, _: object, command: Command) => {
      const { client, out } = settingOf(command);
      const path = `exports/${encodeURIComponent(id)}`;
      const asked = await client.put<{ id: number }>('POST', `${path}/run`);
      out.note(`run ${asked.id} asked for`);
      const run = await client.until<{ rows: Run[] }, Run>(`${path}/runs`, ({ rows }) =>
        rows.find((row) => row.id === asked.id && row.finishedAt !== null),
      );
      out.answer(run, (row) => runs([row]));
      if (run.status === 'failed') throw new Ended(`The file was not written: ${run.error}`);
    });
  parent
    .command('history <id>')
    .description('what a schedule wrote, and what not')
    .option('--limit <count>', 'how many', wholeNumber, 20)
    .action(async (id: string, { limit }: { limit: number }, command: Command) => {
      const { client, out } = settingOf(command);
      const path = `exports/${encodeURIComponent(id)}/runs`;
      out.answer(await client.get<{ rows: Run[] }>(path, { limit }), ({ rows }) => runs(rows));
    });
  parent
    .command('file <run-id>')
    .description('a file that was written, on stdout')
    .option('--out <file>', 'into this file, which is there whole or not at all')
    .action(async (runId: string, { out }: { out?: string }, command: Command) => {
      const { client } = settingOf(command);
      await download(await client.send(`exports/runs/${encodeURIComponent(runId)}/file`), out);
    });
}
