import type { Command } from 'commander';
import { ending, onTheClock } from '../../local-time.js';
import { table } from '../../output.js';
import { collected, settingOf, wholeNumber } from '../../setting.js';
import { unitLeftOut } from './unit-left-out.js';

interface Token {
  readonly id: number;
  readonly name: string;
  readonly roles: readonly string[];
  readonly unit: string | null;
  readonly kinds: readonly string[] | null;
  readonly madeBy: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

interface Made {
  readonly id: number;
  readonly token: string;
  readonly unit: string | null;
  readonly expiresAt: string;
}

interface TokenOptions {
  readonly role: readonly string[];
  readonly unit?: string;
  readonly kind?: readonly string[];
  readonly system?: string;
  readonly days?: number;
  readonly name?: string;
}

const tokens = (list: readonly Token[]) =>
  table(
    ['id', 'name', 'roles', 'unit', 'kinds', 'made by', 'expires', 'last used', 'revoked'],
    list.map((token) => [
      token.id,
      token.name,
      token.roles.join(', '),
      token.unit,
      token.kinds?.join(', '),
      token.madeBy,
      onTheClock(token.expiresAt),
      token.lastUsedAt && onTheClock(token.lastUsedAt),
      token.revokedAt && onTheClock(token.revokedAt),
    ]),
  );

/** `probity token create|list|revoke` */
export function tokenCommand(program: Command): void {
  const token = program.command('token').description('tokens by which programs ask');
  token
    .command('create')
    .description('make a token, which is shown this once')
    .requiredOption('--role <role>', 'what it may do; may be repeated', collected)
    .option(
      '--unit <code>',
      'only this unit and those below it; not for data officers, whom kinds limit',
    )
    .option('--kind <kind>', 'a kind of record that it may import; may be repeated', collected)
    .option('--system <name>', 'the one system that it imports from')
    .option('--days <count>', 'how long it is good (default: 90, at most 366)', wholeNumber)
    .option('--name <name>', 'what it is for')
    .option('--json', 'as JSON')
    .action(async ({ role, kind, ...rest }: TokenOptions, command: Command) => {
      const { client, out } = settingOf(command);
      const { unit, system, days, name } = rest;
      const body = { roles: role, kinds: kind, unit, system, days, name };
      const made = await client.put<Made>('POST', 'tokens', body);
      const leftOut = unitLeftOut(unit, made.unit);
      if (leftOut) out.note(leftOut);
      out.answer({ token: made.token, id: made.id, expiresAt: made.expiresAt }, ({ token }) => {
        out.note(`Token ${made.id}, good ${ending(made.expiresAt)}. It is shown this once:`);
        return `${token}\n`;
      });
    });
  token
    .command('list')
    .description('your tokens; to an administrator, all')
    .option('--json', 'as JSON')
    .action(async (_: object, command: Command) => {
      const { client, out } = settingOf(command);
      const list = await client.get<{ rows: Token[] }>('tokens');
      out.answer(list, ({ rows }) => tokens(rows));
    });
  token
    .command('revoke <id>')
    .description('end a token for good')
    .action(async (id: string, _: object, command: Command) => {
      const { client, out } = settingOf(command);
      await client.put('DELETE', `tokens/${encodeURIComponent(id)}`);
      out.note(`Token ${id} is revoked.`);
    });
}
