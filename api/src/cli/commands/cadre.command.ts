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
  readonly all?: boolean;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly policyVersion?: number;
}

const points = (value: number) => value.toFixed(3).padStart(8);

/** How many reasons a summary has. */
const REASONS_SHOWN = 10;

const head = (score: Score) =>
  `${score.staffNo}: ${score.score.toFixed(3)}, ${score.band}, as of ${score.asOf}, ` +
  `policy version ${score.policyVersion}, coverage ${score.coverage.toFixed(2)}\n`;

/** What each source adds, then the reasons that weigh most, whichever way. */
function summary(score: Score): string {
  const sources = score.sources
    .filter(({ contributions, subtotal }) => contributions.length > 0 || subtotal !== 0)
    .map(({ source, contributions, subtotal }) => [source, contributions.length, points(subtotal)]);
  const reasons = score.sources
    .flatMap(({ source, contributions }) => contributions.map((line) => ({ source, ...line })))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const shown = reasons.slice(0, REASONS_SHOWN);
  const more = reasons.length - shown.length;
  return [
    head(score),
    table(['source', 'records', '  points'], sources),
    '\n',
    table(
      ['source', 'record', 'date', '  points', 'reason'],
      shown.map((line) => [
        line.source,
        line.ref,
        line.occurredOn,
        points(line.points),
        line.reason,
      ]),
    ),
    more > 0 ? `The ${shown.length} that weigh most; ${more} more with --all\n` : '',
    `${REVIEW_NOTICE}\n`,
  ].join('');
}

/** Every record, with every step to the subtotals. */
function everything(score: Score): string {
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
    head(score) +
    table(['source', 'record', 'date', '  points', 'reason'], lines) +
    `${REVIEW_NOTICE}\n`
  );
}

/** `probity cadre STAFF_NO` */
export function cadreCommand(program: Command): void {
  program
    .command('cadre <staff-no>')
    .description("one person's score with its greatest reasons")
    .option('--all', 'every record, and every step to the subtotals')
    .option('--as-of <date>', 'the day to score as of', date)
    .option('--known-at <instant>', 'what was known then (RFC 3339)')
    .option('--policy-version <number>', 'under this version of the policy', wholeNumber)
    .action(async (staffNo: string, options: Options, command: Command) => {
      const { client, out } = settingOf(command);
      const { all, asOf, knownAt, policyVersion } = options;
      const path = `cadres/${encodeURIComponent(staffNo)}/score`;
      const score = await client.get<Score>(path, { asOf, knownAt, policyVersion });
      out.answer(score, all ? everything : summary);
    });
}
