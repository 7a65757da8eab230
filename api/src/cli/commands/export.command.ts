import type { Command } from 'commander';
import { download } from '../download.js';
import { date, settingOf, wholeNumber } from '../setting.js';
import { exportScheduleCommands } from './export-schedules.command.js';

interface Options {
  readonly out?: string;
  readonly bom: boolean;
  readonly [filter: string]: string | number | boolean | undefined;
}

/** A list that can be had as a file: its name on the command line, its route, its own filters. */
interface List {
  readonly what: string;
  readonly route: string;
  readonly about: string;
  readonly filters: readonly (readonly [flags: string, about: string])[];
}

const lists: readonly List[] = [
  {
    what: 'rankings',
    route: 'rankings',
    about: 'everyone in order of score',
    filters: [
      ['--band <band>', 'only these bands, separated by commas'],
      ['--source <source>', 'only people with points of this source'],
      ['--q <text>', 'part of a name or of a staff number'],
    ],
  },
  {
    what: 'unit-summaries',
    route: 'units/summaries',
    about: 'every unit with its bands, mean score and overdue count',
    filters: [],
  },
  {
    what: 'follow-ups',
    route: 'follow-ups',
    about: 'what is owed, and what is late',
    filters: [
      ['--state <state>', 'only these states, separated by commas'],
      ['--kind <kind>', 'only these kinds, separated by commas'],
      ['--owed-by <holder>', 'only what is owed by these: cadre, unit, office'],
      ['--q <text>', 'part of a name, a staff number or a record number'],
    ],
  },
];

/** The byte order mark in UTF-8. */
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Takes the byte order mark off the front of a body. */
function unmarked(response: Response): Response {
  let first = true;
  const strip = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      const marked = first && MARK.equals(chunk.subarray(0, MARK.length));
      first = false;
      controller.enqueue(marked ? chunk.subarray(MARK.length) : chunk);
    },
  });
  return new Response(response.body?.pipeThrough(strip) ?? null, response);
}

function listCommand(parent: Command, list: List): void {
  const command = parent
    .command(list.what)
    .description(`${list.about}, as CSV on stdout`)
    .option('--as-of <date>', 'as of this day (default: today, where the server is)', date)
    .option('--unit <code>', 'only this unit and those below it');
  for (const [flags, about] of list.filters) command.option(flags, about);
  command
    .option('--limit <count>', 'how many (default: all)', wholeNumber)
    .option('--no-bom', 'without a byte order mark')
    .option('--out <file>', 'into this file, which is there whole or not at all')
    .action(async (options: Options, self: Command) => {
      const { client } = settingOf(self);
      const { out, bom, ...query } = options;
      const response = await client.send(list.route, { query, headers: { accept: 'text/csv' } });
      await download(bom ? response : unmarked(response), out);
    });
}

/** `probity export ...` */
export function exportCommand(program: Command): void {
  const command = program.command('export').description('CSV files, now or on a schedule');
  for (const list of lists) listCommand(command, list);
  exportScheduleCommands(
    command,
    lists.map(({ what }) => what),
  );
}
