import type { Command } from 'commander';
import { REVIEW_NOTICE, table } from '../output.js';
import { date, settingOf, wholeNumber } from '../setting.js';

interface Score {
  readonly staffNo: string;
  readonly asOf: string;
  readonly policyVersion: number;
  readonly score: number;
  readonly band: string;
  readonly coverage: number;
  readonly sources: readonly {
    readonly source: string;
    readonly subtotal: number;
    readonly contributions: readonly {
      readonly ref: string;
      readonly occurredOn: string;
      readonly points: number;
      readonly reason: string;
    }[];
    readonly adjustments: readonly { readonly kind: string; readonly points: number }[];
  }[];
}

interface Options {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly policyVersion?: number;
}

const points = (value: number) => value.toFixed(3).padStart(8);

function text(score: Score): string {
  const lines = score.sources.flatMap((source) => [
    ...source.contributions.map((line) => [
      source.source,
      line.ref,
      line.occurredOn,
      points(line.points),
      line.reason,
    ]),
    ...source.adjustments.map((step) => [
      source.source,
      null,
      null,
      points(step.points),
      step.kind,
    ]),
    [source.source, null, null, points(source.subtotal), 'subtotal'],
  ]);
  return (
    `${score.staffNo}: ${score.score.toFixed(3)}, ${score.band}, as of ${score.asOf}, ` +
    `policy version ${score.policyVersion}, coverage ${score.coverage.toFixed(2)}\n` +
    table(['source', 'record', 'date', '  points', 'reason'], lines) +
    `${REVIEW_NOTICE}\n`
  );
}

/** `probity cadre STAFF_NO` */
export function cadreCommand(program: Command): void {
  program
    .command('cadre <staff-no>')
    .description("one person's score, down to its records")
    .option('--as-of <date>', 'the day to score as of', date)
    .option('--known-at <instant>', 'what was known then (RFC 3339)')
    .option('--policy-version <number>', 'under this version of the policy', wholeNumber)
    .action(async (staffNo: string, options: Options, command: Command) => {
      const { client, out } = settingOf(command);
      const { asOf, knownAt, policyVersion } = options;
      const path = `cadres/${encodeURIComponent(staffNo)}/score`;
      out.answer(await client.get<Score>(path, { asOf, knownAt, policyVersion }), text);
    });
}
