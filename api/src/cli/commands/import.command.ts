import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { parse } from 'csv-parse';
import type { Client } from '../client.js';
import { Ended, exit } from '../exit.js';
import { type ImportState, settled } from '../import-progress.js';
import { type Output, table } from '../output.js';
import { type Setting, settingOf } from '../setting.js';
import { mappingFile, upload } from '../upload.js';

interface Options {
  readonly mapping?: string;
  readonly system?: string;
  readonly atomic?: boolean;
  readonly withdraw?: boolean;
  readonly revert?: boolean;
}

interface Cause {
  readonly line: string;
  readonly column: string;
  readonly code: string;
  readonly message: string;
  readonly value: string;
}

/** How many causes are shown; the rest is in errors.csv and warnings.csv. */
const CAUSES_SHOWN = 5;
/** Of these all are: whoever mends a header needs the whole of it. */
const MISSING = 'missing-column';

function modeOf(options: Options): string | undefined {
  const modes = (['atomic', 'withdraw', 'revert'] as const).filter((mode) => options[mode]);
  if (modes.length > 1) {
    throw new Ended(`--${modes[0]} and --${modes[1]} do not go together.`, exit.usage);
  }
  return modes[0];
}

const waiting = (state: ImportState) =>
  state.waiting > 0 ? ` (${state.waiting} of them wait in quarantine)` : '';

/** Said of rows that changed records, where not all of them were asked to. */
const changed = ({ changed, accepted }: ImportState) =>
  changed ? ` (${accepted - changed} new, ${changed} changed or withdrawn)` : '';

const counts = (state: ImportState) =>
  `${state.rows} rows: ${state.accepted} accepted${changed(state)}, ${state.duplicates} already here${waiting(state)}, ` +
  `${state.quarantined} quarantined, ${state.warnings} warnings`;

/** A cell as it was before the file guarded it against spreadsheets with an apostrophe: no terminal runs formulas. */
const unguarded = (cell: string): string =>
  cell.replace(/^'(?=[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r])/u, '');

async function firstCauses(client: Client, report: string): Promise<Cause[]> {
  const { body } = await client.send(report);
  if (!body) return [];
  const causes: Cause[] = [];
  const source = Readable.fromWeb(body);
  const rows = source.pipe(parse({ columns: true, bom: true, cast: unguarded }));
  source.once('error', (error) => rows.destroy(error));
  for await (const row of rows) {
    const cause = row as Cause;
    if (causes.length >= CAUSES_SHOWN && cause.code !== MISSING) break;
    causes.push(cause);
  }
  // There may be a million more.
  source.destroy();
  return causes;
}

/** Shows the first lines of a report of an import; `rest` says what all of them are. */
async function showCauses({ client, out }: Setting, report: string, rest: string): Promise<void> {
  const causes = await firstCauses(client, report);
  out.note(
    table(
      ['line', 'column', 'code', 'value', 'cause'],
      causes.map(({ line, column, code, value, message }) => [line, column, code, value, message]),
    ).trimEnd(),
  );
  out.note(`${rest}: ${client.address(report)}`);
}

async function run(setting: Setting, kind: string, file: string, options: Options) {
  const { client, out } = setting;
  const mode = modeOf(options);
  const { type, body } = await upload(file);
  const mapping = options.mapping === undefined ? undefined : mappingFile(options.mapping);
  if (mapping) {
    await client.put('PUT', `mappings/${encodeURIComponent(mapping.name)}`, mapping.profile);
  }
  const sent = await client.send(`imports/${encodeURIComponent(kind)}`, {
    method: 'POST',
    query: { mapping: mapping?.name, system: options.system, mode },
    headers: { 'content-type': type },
    body,
    duplex: 'half',
  });
  const { id } = (await sent.json()) as { id: ImportState['id'] };
  out.note(`import ${id}: ${file} received`);
  const state = await settled(client, id, (now) => out.note(`import ${id}: ${progress(now)}`));
  if (state.status === 'failed' || state.quarantined > 0) {
    await showCauses(setting, `imports/${id}/errors.csv`, 'Every cause');
  }
  if (state.warnings > 0) {
    await showCauses(
      setting,
      `imports/${id}/warnings.csv`,
      'Taken, but worth a second look; all of them',
    );
  }
  await showFirstImport(setting, state);
  report(out, state);
}

interface FirstImport {
  readonly kind: string;
  readonly asThingsStand: { readonly overdueCount: number };
  readonly options: readonly { readonly from: string; readonly overdueCount: number }[];
}

/** After the first file of a kind: from when its follow-ups could count, and what would come of it. */
async function showFirstImport({ client, out }: Setting, { id, status, accepted }: ImportState) {
  if (status !== 'committed' || accepted === 0) return;
  const { proposal } = await client.get<{ proposal: FirstImport | null }>(
    `imports/${id}/first-import`,
  );
  if (!proposal || proposal.options.length === 0) return;
  const count = (number: number) => number.toLocaleString('en');
  const follow = (number: number) =>
    number === 1 ? '1 follow-up counts' : `${count(number)} follow-ups count`;
  const options = proposal.options.map(
    ({ from, overdueCount }) => `from ${from}: ${count(overdueCount)}`,
  );
  out.note(
    `These are the first records of ${proposal.kind}. As things stand ${follow(proposal.asThingsStand.overdueCount)} as overdue; counted ${options.join(', ')}.`,
  );
  out.note(
    `An administrator decides: probity policy first-import ${proposal.kind} --from ${proposal.options[0]?.from} (or --decline). Until then nothing changes.`,
  );
}

function progress(state: ImportState): string {
  if (state.rows > 0) return `${state.status}, ${counts(state)}`;
  const part = state.bytes > 0 ? Math.floor((100 * state.bytesRead) / state.bytes) : 0;
  return state.rowsRead > 0 ? `${state.rowsRead} rows read (${part} %)` : state.status;
}

function report(out: Output, state: ImportState): void {
  out.answer(state, () => `Import ${state.id} (${state.kind}): ${counts(state)}\n`);
  if (state.status === 'committed' && state.rows === 0) {
    out.note('There was nothing in the file below its header.');
  }
  if (state.status === 'failed') {
    throw new Ended(`Import ${state.id} failed; nothing of it was kept.`);
  }
  if (state.quarantined + state.waiting > 0) process.exitCode = exit.quarantined;
}

/** `probity import KIND FILE` */
export function importCommand(program: Command): void {
  program
    .command('import <kind> <file>')
    .description('send records: .csv, .xlsx, .ndjson or .arrow, also packed (.gz)')
    .option('--mapping <file>', "a mapping profile (JSON) from the file's columns to ours")
    .option('--system <name>', 'the system that the records come from (default: upload)')
    .option('--atomic', 'keep nothing if a row is refused')
    .option('--withdraw', 'the rows name records that should never have been')
    .option('--revert', 'take the file as the latest word even if it was sent before')
    .action((kind: string, file: string, options: Options, command: Command) =>
      run(settingOf(command), kind, file, options),
    );
}
