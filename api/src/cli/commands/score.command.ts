import type { Command } from 'commander';
import { Ended } from '../exit.js';
import { date, settingOf } from '../setting.js';

interface Run {
  readonly id: number | string;
  readonly status: 'queued' | 'running' | 'published' | 'failed';
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly policyVersion: number;
  readonly evidenceDigest: string | null;
  readonly cadreCount: number | null;
}

const text = (run: Run) =>
  `Run ${run.id}: ${run.cadreCount} scored as of ${run.asOf}, policy version ${run.policyVersion}, ` +
  `records known at ${run.knownAt}, evidence ${run.evidenceDigest}\n`;

/** `probity score` */
export function scoreCommand(program: Command): void {
  program
    .command('score')
    .description('score everyone, and wait until the result is published')
    .option('--as-of <date>', 'the day to score as of (default: today, where the server is)', date)
    .action(async ({ asOf }: { asOf?: string }, command: Command) => {
      const { client, out } = settingOf(command);
      const { id } = await client.put<{ id: Run['id'] }>('POST', 'scoring/runs', { asOf });
      out.note(`run ${id} asked for`);
      const run = await client.until<Run, Run>(`scoring/runs/${id}`, (found) =>
        found.status === 'published' || found.status === 'failed' ? found : undefined,
      );
      if (run.status === 'failed') throw new Ended(`Run ${id} failed; the server's log says why.`);
      out.answer(run, text);
    });
}
