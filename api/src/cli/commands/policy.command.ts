import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import type { Client } from '../client.js';
import { Ended, exit } from '../exit.js';
import { table } from '../output.js';
import { settingOf } from '../setting.js';
import { firstImportCommand } from './first-import.command.js';

interface Policy {
  readonly version: number;
  readonly note: string;
  readonly createdBy: string;
  readonly approvedBy: string | null;
  readonly createdAt: string;
  readonly document: object;
}

/** What saving answers: the version itself while the product is set up, else a draft. */
type Saved = Policy | { readonly id: number; readonly state: 'waiting' };

interface Difference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Every number of a policy by its path, `audit-finding.cap`. */
function numbers(document: object, prefix = ''): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, value] of Object.entries(document)) {
    const path = prefix + name;
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [inner, number] of numbers(value, `${path}.`)) found.set(inner, number);
    } else {
      found.set(path, value);
    }
  }
  return found;
}

function differences(before: object, after: object): Difference[] {
  const [old, now] = [numbers(before), numbers(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((entry) => JSON.stringify(entry.before) !== JSON.stringify(entry.after));
}

interface Preview {
  readonly cadreCount: number;
  readonly rescoredCount: number;
  readonly moves: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  readonly overdue: Readonly<Record<string, { readonly before: number; readonly after: number }>>;
}

function previewText({ cadreCount, rescoredCount, moves, overdue }: Preview): string {
  const moved = moves.map(({ from, to, count }) => [from, to, String(count)]);
  const late = Object.entries(overdue).map(([kind, { before, after }]) => [
    ...[kind, String(before), String(after)],
  ]);
  return [
    `Of ${cadreCount} people ${rescoredCount} would have another total.\n`,
    moved.length > 0
      ? table(['band', 'would be', 'people'], moved)
      : 'Nobody changes their band.\n',
    late.length > 0 ? table(['overdue', 'now', 'would be'], late) : '',
  ].join('');
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Reads `path.to.number=value` into the nested document of changes. */
function change(text: string, before: Record<string, unknown> = {}): Record<string, unknown> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Give PATH=VALUE, such as bands.high=32.');
  let value: unknown = text.slice(at + 1);
  try {
    value = JSON.parse(String(value));
  } catch {
    // Text such as a date stands there without quotes.
  }
  const document = structuredClone(before);
  let inner = document;
  const path = text.slice(0, at).split('.');
  const last = path.pop() ?? '';
  for (const name of path) {
    inner[name] ??= {};
    inner = inner[name] as Record<string, unknown>;
  }
  inner[last] = value;
  return document;
}

function documentIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Ended(`${file} cannot be read: ${(error as Error).message}`, exit.usage);
  }
}

const policy = (client: Client, version: string) =>
  client.get<Policy>(`policies/${encodeURIComponent(version)}`);

const savedText = (saved: Saved) =>
  'state' in saved
    ? `Draft ${saved.id} waits for an approver other than you, under Proposals or with "probity proposal"; nothing counts by it yet.\n`
    : `Version ${saved.version} counts from now on.\n`;

const text = (found: Policy) =>
  `Version ${found.version}, by ${found.createdBy}${
    found.approvedBy === null ? '' : `, approved by ${found.approvedBy}`
  } at ${found.createdAt}: ${found.note}\n` +
  table(
    ['number', 'value'],
    [...numbers(found.document)].map(([path, value]) => [path, shown(value)]),
  );

/** `probity policy show|set|preview|compare|first-import` */
export function policyCommand(program: Command): void {
  const command = program
    .command('policy')
    .description('the numbers of the rules, version by version');
  firstImportCommand(command);
  command
    .command('show [version]')
    .description('every number (of the current version, where none is given)')
    .action(async (version: string | undefined, _: object, self: Command) => {
      const { client, out } = settingOf(self);
      out.answer(await policy(client, version ?? 'current'), text);
    });
  command
    .command('set [file]')
    .description(
      'draft a new version, from a whole document (JSON) or from changes; an approver makes it count',
    )
    .option('--change <path=value>', 'a number that changes; may be repeated', change)
    .requiredOption('--note <text>', 'why')
    .action(
      async (
        file: string | undefined,
        { change: changes, note }: { change?: Record<string, unknown>; note: string },
        self: Command,
      ) => {
        const { client, out } = settingOf(self);
        if ((file === undefined) === (changes === undefined)) {
          throw new Ended('Give either a file or --change.', exit.usage);
        }
        const body = file === undefined ? { changes, note } : { document: documentIn(file), note };
        out.answer(await client.put<Saved>('POST', 'policies', body), savedText);
      },
    );
  command
    .command('preview')
    .description('whose bands a change would change today; nothing is kept')
    .requiredOption('--change <path=value>', 'a number that changes; may be repeated', change)
    .action(async ({ change: changes }: { change: Record<string, unknown> }, self: Command) => {
      const { client, out } = settingOf(self);
      const body = { changes };
      out.answer(await client.put<Preview>('POST', 'policy-previews', body), previewText);
    });
  command
    .command('compare <before> <after>')
    .description('what differs between two versions')
    .action(async (before: string, after: string, _: object, self: Command) => {
      const { client, out } = settingOf(self);
      const [old, now] = await Promise.all([policy(client, before), policy(client, after)]);
      out.answer(differences(old.document, now.document), (list) =>
        table(
          ['number', `version ${old.version}`, `version ${now.version}`],
          list.map((entry) => [entry.path, shown(entry.before), shown(entry.after)]),
        ),
      );
    });
}
