import { createHash } from 'node:crypto';
import { drawLots } from '@probity/analytics';
import { type Command, InvalidArgumentError } from 'commander';
import { Ended, exit } from '../exit.js';
import { table } from '../output.js';
import { settingOf } from '../setting.js';

interface Check {
  readonly id: number;
  readonly year: number;
  readonly unitCode: string | null;
  readonly seed: string;
  readonly share: number;
  readonly threshold: string;
  readonly populationCount: number;
  readonly drawnCount: number;
  readonly drawnOn: string;
  readonly toCheckCount: number;
  readonly checkedCount: number;
}

interface Lot {
  readonly drawnAs: string;
  readonly place: number | null;
  readonly hash: string | null;
  readonly drawn: boolean;
}

interface Verified {
  readonly id: number;
  readonly seenCount: number;
  readonly populationCount: number;
  readonly whole: boolean;
  readonly wrong: readonly string[];
}

const PAGE = 1000;

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
}

const told = (check: Check): string =>
  `Draw ${check.id} of ${check.year}, ${check.unitCode ?? 'the whole tree'}: ${check.drawnCount} of ${check.populationCount} were drawn; ${check.toCheckCount} are checked, ${check.checkedCount} of them by now.\nSeed ${check.seed}\nThreshold ${check.threshold}\n`;

/** Works the lots out again: all of them where everybody is seen, else one by one against the threshold. */
function verified(check: Check, lots: readonly Lot[]): Verified {
  const whole = lots.length === check.populationCount;
  const staffNos = lots.map(({ drawnAs }) => drawnAs);
  const again = new Map(
    drawLots(check.seed, staffNos, check.share, sha256).map((lot) => [lot.staffNo, lot]),
  );
  const wrong = lots.filter((lot) => {
    const right = again.get(lot.drawnAs);
    if (right?.hash !== lot.hash || lot.drawn !== right.hash <= check.threshold) return true;
    return whole && (right.place !== lot.place || right.drawn !== lot.drawn);
  });
  return {
    ...{ id: check.id, seenCount: lots.length, populationCount: check.populationCount, whole },
    wrong: wrong.map(({ drawnAs }) => drawnAs),
  };
}

/** `probity draw make | list | verify` */
export function drawCommand(program: Command): void {
  const draw = program.command('draw').description('the yearly random check of personal matters');
  draw
    .command('make')
    .description('draw whose reports of a year are checked; once a year')
    .requiredOption('--year <year>', 'the year that the reports are about', wholeNumber)
    .option('--unit <code>', 'draw from this unit’s subtree')
    .option('--witness <text>', 'a text that witnesses chose before the draw')
    .action(async (wish: object, self: Command) => {
      const { client, out } = settingOf(self);
      out.answer(await client.put<Check>('POST', 'random-checks', wish), told);
    });
  draw
    .command('list')
    .description('the draws, the latest first')
    .action(async (_: object, self: Command) => {
      const { client, out } = settingOf(self);
      out.answer(await client.get<{ rows: Check[] }>('random-checks'), ({ rows }) =>
        table(
          ['draw', 'year', 'unit', 'on', 'of', 'drawn', 'to check', 'checked'],
          rows.map((one) => [
            ...[one.id, one.year, one.unitCode, one.drawnOn, one.populationCount],
            ...[one.drawnCount, one.toCheckCount, one.checkedCount],
          ]),
        ),
      );
    });
  draw
    .command('verify <id>')
    .description('work the lots of a draw out again')
    .action(async (text: string, _: object, self: Command) => {
      const { client, out } = settingOf(self);
      const id = wholeNumber(text);
      const check = await client.get<Check>(`random-checks/${id}`);
      const lots: Lot[] = [];
      for (let offset = 0; ; offset += PAGE) {
        const path = `random-checks/${id}/people`;
        const page = await client.get<{ rows: Lot[] }>(path, { offset, limit: PAGE });
        lots.push(...page.rows.filter(({ place }) => place !== null));
        if (page.rows.length < PAGE) break;
      }
      const found = verified(check, lots);
      out.answer(found, ({ seenCount, populationCount, whole, wrong }) =>
        wrong.length > 0
          ? `Wrong lots: ${wrong.join(', ')}\n`
          : `All ${seenCount} lots are right${whole ? '' : `, of ${populationCount}: the others lie outside your scope, or were erased`}.\n`,
      );
      if (found.wrong.length > 0) throw new Ended('The draw does not hold.', exit.failed);
    });
}
