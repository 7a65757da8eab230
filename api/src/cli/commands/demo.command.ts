import type { Command } from 'commander';
import { settingOf } from '../setting.js';

interface Made {
  readonly madeOn: string;
  readonly fileCount: number;
  readonly rowCount: number;
}

/** `probity demo` */
export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description('make the demonstration data anew, as of today')
    .action(async (_: object, self: Command) => {
      const { client, out } = settingOf(self);
      out.answer(
        await client.put<Made>('POST', 'demo', {}),
        ({ madeOn, fileCount, rowCount }) =>
          `Made ${rowCount} records in ${fileCount} files, as of ${madeOn}.\n`,
      );
    });
}
