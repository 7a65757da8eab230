import type { Command } from 'commander';
import { Ended, exit } from '../exit.js';
import { settingOf } from '../setting.js';

interface Decided {
  readonly kind: string;
  readonly state: string;
  readonly policyVersion: number | null;
  readonly proposalId: number | null;
}

function decidedText({ state, policyVersion, proposalId }: Decided): string {
  if (state === 'waiting')
    return `Draft ${proposalId} waits for an approver other than you, under Proposals; nothing counts by it yet.\n`;
  return policyVersion === null
    ? 'Declined; the policy stays as it is.\n'
    : `Version ${policyVersion} of the policy counts from now on.\n`;
}

interface Options {
  readonly from?: string;
  readonly expectedFrom?: string;
  readonly decline?: boolean;
}

function bodyOf({ from, expectedFrom, decline }: Options) {
  if (decline && from === undefined && expectedFrom === undefined) return { decision: 'decline' };
  if (decline || from === undefined)
    throw new Ended('Give either --from or --decline.', exit.usage);
  return { decision: 'accept', countFrom: from, expectedFrom: expectedFrom ?? from };
}

/** `probity policy first-import KIND`: from when obligations count after the first records of a kind. */
export function firstImportCommand(policy: Command): void {
  policy
    .command('first-import <kind>')
    .description('decide from when the follow-ups of a kind of record count')
    .option('--from <date>', 'what was due before this day is inherited')
    .option(
      '--expected-from <date>',
      'ask for what has no record from this day (default: the same day)',
    )
    .option('--decline', 'leave the policy as it is, and ask no more')
    .action(async (kind: string, options: Options, self: Command) => {
      const { client, out } = settingOf(self);
      const body = bodyOf(options);
      const path = `first-imports/${encodeURIComponent(kind)}/decision`;
      out.answer(await client.put<Decided>('POST', path, body), decidedText);
    });
}
