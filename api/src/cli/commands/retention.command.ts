import type { Command } from 'commander';
import { Ended } from '../exit.js';
import { settingOf } from '../setting.js';

interface Preview {
  readonly policyVersion: number;
  readonly warning: string;
  readonly kinds: readonly {
    readonly kind: string;
    readonly before: string;
    readonly recordCount: number;
    readonly peopleCount: number;
    readonly neededCount: number;
  }[];
}

interface Run {
  readonly rowCount: number;
  readonly removals: readonly { readonly kind: string; readonly recordCount: number }[];
}

function told({ policyVersion, warning, kinds }: Preview): string {
  if (kinds.length === 0) return 'The policy keeps every kind of record for ever.\n';
  const lines = kinds.map(
    ({ kind, before, recordCount, peopleCount, neededCount }) =>
      `${kind}: ${recordCount} records of ${peopleCount} people, dated before ${before}; ${neededCount} more are still needed\n`,
  );
  return `By version ${policyVersion} of the policy would be removed:\n${lines.join('')}${warning}\n`;
}

/** `probity retention preview | run` */
export function retentionCommand(program: Command): void {
  const retention = program
    .command('retention')
    .description('remove what is past the time for which the policy keeps it');
  retention
    .command('preview')
    .description('what would be removed')
    .action(async (_: object, self: Command) => {
      const { client, out } = settingOf(self);
      out.answer(await client.get<Preview>('retention/preview'), told);
    });
  retention
    .command('run')
    .description('remove it, for good; without --yes only say what that would be')
    .option('--yes', 'remove it')
    .action(async ({ yes }: { readonly yes?: boolean }, self: Command) => {
      const { client, out } = settingOf(self);
      if (!yes) {
        out.note(told(await client.get<Preview>('retention/preview')).trimEnd());
        throw new Ended(
          'Nothing was removed. What is removed does not come back: add --yes if that is meant.',
        );
      }
      out.answer(
        await client.put<Run>('POST', 'retention/runs', {}),
        ({ rowCount, removals }) =>
          `Removed ${rowCount} rows.\n${removals.map(({ kind, recordCount }) => `${kind}: ${recordCount} records\n`).join('')}`,
      );
    });
}
