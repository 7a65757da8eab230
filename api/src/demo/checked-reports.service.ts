import { Injectable } from '@nestjs/common';
import { DrawingService } from '../consequences/random-checks/drawing.service.js';
import { RandomChecksService } from '../consequences/random-checks/random-checks.service.js';
import { systemScope } from '../platform/access/scope.js';
import type { DemoFile, Row } from './province/rows.js';

/** The city whose reports are drawn; whoever tries the product can draw from all others. */
const DRAWN_UNIT = 'SF-04';
/** A draw of the demonstration is small enough to be read at once. */
const MOST_PEOPLE = 1000;
const KIND = 'personal-matter-report';

/** The random check of the demonstration: one draw by lot, and what the checks found so far. */
@Injectable()
export class CheckedReports {
  constructor(
    private readonly drawing: DrawingService,
    private readonly checks: RandomChecksService,
  ) {}

  /**
   * Draws from the annual reports among the files, unless somebody has drawn from that year's, and
   * returns what was found on the day of those checked: two of three. Undefined where nothing is to be found.
   */
  async results(files: readonly DemoFile[], madeOn: string): Promise<DemoFile | undefined> {
    const sent = files.filter(({ kind, mode }) => kind === KIND && mode === undefined);
    const annual = sent.flatMap(({ rows }) => rows.filter((row) => row.kind === 'annual'));
    const year = Math.max(...annual.map(({ period }) => Number(period)));
    const id = await this.#draw(year);
    if (id === undefined) return undefined;
    const { rows } = await this.checks.people(systemScope, id, {
      ...{ toCheck: true, checked: false, offset: 0, limit: MOST_PEOPLE },
    });
    const open = rows.filter(({ place }) => place !== null && place % 3 !== 0);
    const found = open.flatMap(({ drawnAs }, at): Row[] => {
      const report = annual.findLast(
        (row) => row.staff_no === drawnAs && row.period === String(year),
      );
      const result = at === 1 ? 'omitted' : 'consistent';
      return report ? [{ ...report, ...checkedAs(result, madeOn) }] : [];
    });
    const system = sent[0]?.system ?? '';
    return found.length > 0 ? { kind: KIND, system, rows: found } : undefined;
  }

  /** The demonstration's draw of a year, made if there is none at all. */
  async #draw(year: number): Promise<number | undefined> {
    const before = (await this.checks.list(systemScope)).filter((check) => check.year === year);
    if (before.length === 0) {
      return this.drawing.draw(systemScope, { year, unit: DRAWN_UNIT, witness: undefined });
    }
    return before.find(({ drawnBy }) => drawnBy === systemScope.subject)?.id;
  }
}

const checkedAs = (result: string, on: string): Row => ({
  check_reason: 'random',
  check_result: result,
  checked_on: on,
});
