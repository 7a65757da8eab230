import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Command } from 'commander';
import { installationFolder } from '../installation.js';

/** Not a part of this client, which knows the server over HTTP only: a program of the server's own. */
const program = join(installationFolder, 'api/dist/programs/restore.js');

interface Options {
  readonly replace?: boolean;
  readonly yes?: boolean;
  readonly abandon?: boolean;
}

/** `probity restore` */
export function restoreCommand(parent: Command): void {
  parent
    .command('restore')
    .argument('[file]', 'a backup')
    .description(
      'bring a backup back, while the product is stopped; works on DATABASE_URL and PROBITY_DATA_DIR like the server itself',
    )
    .option('--replace', 'also where there is an installation already, which is lost then')
    .option('--yes', 'with --replace: without asking')
    .option('--abandon', 'undo a restore that was cut short')
    .option('--json', 'as JSON')
    .action(async (file: string | undefined, options: Options, command: Command) => {
      const { json = false } = command.optsWithGlobals<{ json?: boolean }>();
      const given = Object.entries({ ...options, json }).filter(([, value]) => value === true);
      const child = spawn(
        process.execPath,
        [program, ...(file === undefined ? [] : [file]), ...given.map(([name]) => `--${name}`)],
        { stdio: 'inherit' },
      );
      const [code] = (await once(child, 'exit')) as [number | null];
      process.exitCode = code ?? 1;
    });
}
