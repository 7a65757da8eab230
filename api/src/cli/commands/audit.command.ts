import type { Command } from 'commander';
import { exit } from '../exit.js';
import { settingOf } from '../setting.js';

interface Verification {
  readonly ok: boolean;
  readonly entries: number;
  readonly checkpoints: number;
  readonly checkpointSeq: number;
  readonly firstBad?: { readonly seq: number; readonly what: string };
}

const meanings: Readonly<Record<string, string>> = {
  changed: 'its content is not what was recorded',
  added: 'there is one too many there',
  removed: 'it is missing',
  unlinked: 'it does not follow from the one before',
  truncated: 'it and what came after are gone',
  rewritten: 'the chain up to it was made anew',
  checkpoint: 'a checkpoint of it is not one that this installation signed',
};

function text({ firstBad, entries, checkpoints, checkpointSeq }: Verification): string {
  if (firstBad) {
    const meaning = meanings[firstBad.what] ?? firstBad.what;
    return `The audit log was tampered with at entry ${firstBad.seq}: ${meaning}. ${entries} entries before are right.\n`;
  }
  return `The audit log is whole: ${entries} entries, ${checkpoints} signed checkpoints, the last one of entry ${checkpointSeq}.\n`;
}

/** `probity audit` */
export function auditCommand(program: Command): void {
  const audit = program.command('audit').description('the record of who asked what about whom');
  audit
    .command('verify')
    .description('find any entry that was changed, removed, swapped or cut off (1 if there is one)')
    .option('--json', 'as JSON')
    .action(async (_options: object, command: Command) => {
      const { client, out } = settingOf(command);
      const found = await client.get<Verification>('audit/verify');
      out.answer(found, text);
      if (!found.ok) process.exitCode = exit.failed;
    });
}
