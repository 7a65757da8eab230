import type { Command } from 'commander';
import type { Client } from '../../client.js';
import { Ended } from '../../exit.js';
import { ending } from '../../local-time.js';
import { table } from '../../output.js';
import { collected, settingOf } from '../../setting.js';
import { unitLeftOut } from './unit-left-out.js';

interface Account {
  readonly id: number;
  readonly name: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly unitCode: string | null;
  readonly kinds: readonly string[] | null;
  readonly staffNo: string | null;
  readonly signIn: Readonly<Record<'password' | 'totp' | 'oidc', boolean>>;
  readonly disabledAt: string | null;
  readonly recusals: readonly { readonly staffNo: string }[];
}

interface AccountOptions {
  readonly role: readonly string[];
  readonly unit?: string;
  readonly kind?: readonly string[];
  readonly staffNo?: string;
  readonly displayName?: string;
  readonly oidcName?: string;
}

const ways = ({ signIn, disabledAt }: Account) =>
  disabledAt
    ? 'disabled'
    : Object.entries(signIn)
        .filter(([, set]) => set)
        .map(([way]) => way)
        .join(', ');

const accounts = (list: readonly Account[]) =>
  table(
    ['id', 'name', 'called', 'roles', 'unit', 'kinds', 'person', 'signs in by', 'recused from'],
    list.map((account) => [
      account.id,
      account.name,
      account.displayName,
      account.roles.join(', '),
      account.unitCode,
      account.kinds?.join(', '),
      account.staffNo,
      ways(account),
      account.recusals.map(({ staffNo }) => staffNo).join(', '),
    ]),
  );

async function pathOf(client: Client, name: string): Promise<string> {
  const { rows } = await client.get<{ rows: Account[] }>('users', { name });
  const [account] = rows;
  if (!account) throw new Ended(`There is no account called ${name}.`);
  return `users/${account.id}`;
}

/** `probity user create|list|disable|enable|link|recuse` */
export function userCommand(program: Command): void {
  const user = program.command('user').description('accounts of people');
  user
    .command('create <name>')
    .description('add an account; give it a link to sign in by')
    .requiredOption('--role <role>', 'what it may do; may be repeated', collected)
    .option(
      '--unit <code>',
      'only this unit and those below it; not for data officers, whom kinds limit',
    )
    .option('--kind <kind>', 'a kind of record that it may import; may be repeated', collected)
    .option('--staff-no <number>', 'whose account it is: it never sees the own record')
    .option('--display-name <name>', 'how screens call them')
    .option('--oidc-name <name>', 'how the identity provider calls them')
    .option('--json', 'as JSON')
    .action(async (name: string, options: AccountOptions, command: Command) => {
      const { client, out } = settingOf(command);
      const { role, unit, kind, staffNo, displayName, oidcName } = options;
      const given = { roles: role, unitCode: unit, kinds: kind, staffNo, displayName, oidcName };
      const made = await client.put<Account>('POST', 'users', { name, ...given });
      const leftOut = unitLeftOut(unit, made.unitCode);
      if (leftOut) out.note(leftOut);
      out.answer(made, (account) => accounts([account]));
    });
  user
    .command('list')
    .description('all accounts')
    .option('--json', 'as JSON')
    .action(async (_: object, command: Command) => {
      const { client, out } = settingOf(command);
      const list = await client.get<{ rows: Account[] }>('users');
      out.answer(list, ({ rows }) => accounts(rows));
    });
  for (const change of ['disable', 'enable'] as const) {
    user
      .command(`${change} <name>`)
      .description(change === 'disable' ? 'end all that an account may do' : 'undo that')
      .action(async (name: string, _: object, command: Command) => {
        const { client, out } = settingOf(command);
        const account = await client.put<Account>(
          'POST',
          `${await pathOf(client, name)}/${change}`,
        );
        out.answer(account, (changed) => accounts([changed]));
      });
  }
  user
    .command('link <name>')
    .description('a link by which the person sets a password and signs in, once')
    .option('--without-totp', 'also take a lost second factor away')
    .option('--json', 'as JSON')
    .action(async (name: string, options: { withoutTotp?: boolean }, command: Command) => {
      const { client, out } = settingOf(command);
      const path = `${await pathOf(client, name)}/links`;
      const body = { withoutTotp: options.withoutTotp ?? false };
      const link = await client.put<{ url: string; expiresAt: string }>('POST', path, body);
      out.answer(link, ({ url, expiresAt }) => {
        out.note(`For ${name}, good once, ${ending(expiresAt)}; shown this once:`);
        return `${url}\n`;
      });
    });
  user
    .command('recuse <name> <staff-no>')
    .description('have an account never see a person')
    .requiredOption('--reason <text>', 'why')
    .action(
      async (name: string, staffNo: string, { reason }: { reason: string }, command: Command) => {
        const { client, out } = settingOf(command);
        const path = `${await pathOf(client, name)}/recusals`;
        const account = await client.put<Account>('POST', path, { staffNo, reason });
        out.answer(account, (changed) => accounts([changed]));
      },
    );
}
