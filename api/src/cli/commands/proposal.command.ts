import type { Command } from 'commander';
import { table } from '../output.js';
import { settingOf } from '../setting.js';

interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

interface Proposal {
  readonly id: number;
  readonly purpose: string;
  readonly staffNo: string | null;
  readonly state: 'waiting' | 'approved' | 'declined' | 'lapsed';
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly detail: { readonly changes?: readonly Change[] };
}

interface ProposalList {
  readonly total: number;
  readonly rows: readonly Proposal[];
}

interface Listed {
  readonly state?: string;
  readonly purpose?: string;
}

const value = (of: unknown) => (of === null ? '-' : JSON.stringify(of));

/** What a draft of the policy changes, one entry a line; of other proposals nothing. */
const changesOf = ({ detail: { changes = [] } }: Proposal) =>
  changes.map(({ path, before, after }) => `${path}: ${value(before)} -> ${value(after)}`);

function listText({ total, rows }: ProposalList): string {
  if (total === 0) return 'There is nothing of the kind that you may see.\n';
  const list = table(
    ['number', 'what', 'about', 'by', 'since', 'reason', 'changes'],
    rows.map((each) => [
      ...[each.id, each.purpose, each.staffNo, each.proposedBy, each.proposedAt, each.reason],
      changesOf(each).join('; '),
    ]),
  );
  return rows.length < total ? `${list}${rows.length} of ${total}\n` : list;
}

const outcomes: Readonly<Record<Proposal['state'], string>> = {
  waiting: 'waits',
  approved: 'is approved and carried out',
  declined: 'is declined; nothing changed',
  lapsed: 'is taken back; nothing changed',
};

/** `probity proposal list|approve|decline` */
export function proposalCommand(program: Command): void {
  const command = program
    .command('proposal')
    .description('what takes two people: see what waits, and decide on it');
  command
    .command('list')
    .description('what waits for a second person, or was decided')
    .option('--state <state>', 'waiting (as without), approved, declined or lapsed')
    .option('--purpose <purpose>', 'policy, merge, split or erasure alone')
    .action(async ({ state, purpose }: Listed, self: Command) => {
      const { client, out } = settingOf(self);
      out.answer(
        await client.get<ProposalList>('proposals', { state, purpose, limit: MOST_LISTED }),
        listText,
      );
    });
  for (const [word, what] of [
    ['approve', 'carry out, as the second person, what somebody else proposed'],
    ['decline', 'decline what somebody proposed, or take back what you proposed yourself'],
  ] as const) {
    command
      .command(`${word} <number>`)
      .description(what)
      .requiredOption('--reason <text>', 'why; it is kept beside the proposal')
      .action(async (number: string, { reason }: { readonly reason: string }, self: Command) => {
        const { client, out } = settingOf(self);
        const path = `proposals/${encodeURIComponent(number)}/${word}`;
        out.answer(
          await client.put<Proposal>('POST', path, { reason }),
          ({ id, state }) => `Proposal ${id} ${outcomes[state]}.\n`,
        );
      });
  }
}

/** As many as the server gives at a time. */
const MOST_LISTED = 1000;
