import { Inject, Injectable } from '@nestjs/common';
import { appointmentStages } from '@probity/analytics';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { USUAL_ROWS } from '../../platform/http/parameters.js';
import { UnitTreeService } from '../../scoring/load/unit-tree.service.js';
import { type CaseRow, hasLeft, registered } from '../cases/case-file.js';
import type { BoardAnswer, BoardQuery, BoardRow, BreachesQuery } from './board.dto.js';
import type { CaseSummary } from './case-summary.js';
import { SummariesService } from './summaries.service.js';

/** The cases of a scope as a board. */
@Injectable()
export class BoardService {
  constructor(
    private readonly summaries: SummariesService,
    private readonly units: UnitTreeService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One page of the board. Throws 404 for a unit that the scope doesn't see. */
  async page(scope: Scope, query: BoardQuery): Promise<BoardAnswer> {
    const { asOf, policyVersion, cases } = await this.#all(scope, query);
    const { stage, blocked, offset, limit = USUAL_ROWS } = query;
    const chosen = cases
      .filter((one) => !stage || stage.includes(one.stage))
      .filter((one) => blocked === undefined || (one.result === 'blocked') === blocked);
    const stages = Object.keys(appointmentStages).map((key) => [
      key,
      cases.filter((one) => one.stage === key).length,
    ]);
    return {
      asOf,
      policyVersion,
      total: chosen.length,
      stages: Object.fromEntries(stages),
      blockedCount: cases.filter((one) => one.stage !== 'decided' && one.result === 'blocked')
        .length,
      breachCount: cases.filter(({ breach }) => breach !== 'none').length,
      rows: rowsOf(chosen.slice(offset, offset + limit), cases, asOf),
    };
  }

  /** Appointments against a blocked gate, the latest first. */
  async breaches(scope: Scope, query: BreachesQuery) {
    const { asOf, cases } = await this.#all(scope, query);
    const { offset, limit = USUAL_ROWS } = query;
    const those = cases.filter(({ breach }) => breach !== 'none');
    return {
      asOf,
      total: those.length,
      rows: rowsOf(those.slice(offset, offset + limit), cases, asOf),
    };
  }

  async #all(scope: Scope, query: BreachesQuery) {
    const interval = await this.units.interval(query.unit, scope);
    const asOf = query.asOf ?? dateIn(this.config.timeZone);
    const { policyVersion, cases } = await this.summaries.all(scope, asOf, interval);
    return { asOf, policyVersion, cases: cases.toSorted(urgentFirst) };
  }
}

/** Breaches, then open cases, then what is decided. */
const place = ({ breach, stage }: CaseSummary) =>
  breach !== 'none' ? 0 : stage === 'decided' ? 2 : 1;

function urgentFirst(a: CaseSummary, b: CaseSummary): number {
  if (place(a) !== place(b)) return place(a) - place(b);
  const [sooner, later] = [a.row.decidedOn ?? '', b.row.decidedOn ?? ''];
  if (place(a) !== 1 && sooner !== later) return sooner < later ? 1 : -1;
  const days = (one: CaseSummary) => one.next?.daysLeft ?? Number.MAX_SAFE_INTEGER;
  return days(a) - days(b) || (a.row.caseNo < b.row.caseNo ? -1 : 1);
}

/** A post by its code, where it has one; else by its unit and name. */
const postOf = ({ unitCode, post, postCode }: CaseRow) =>
  JSON.stringify(postCode ?? [unitCode, post]);

function rowsOf(
  shown: readonly CaseSummary[],
  all: readonly CaseSummary[],
  asOf: string,
): BoardRow[] {
  const open = all.filter(({ stage }) => stage !== 'decided');
  const byPost = Map.groupBy(open, ({ row }) => postOf(row));
  return shown.map(({ row, blockedBy, ...standing }) => {
    const { cadreId: _, leftOn: __, ...facts } = registered(row);
    const rivals = standing.stage === 'decided' ? [] : (byPost.get(postOf(row)) ?? []);
    return {
      ...facts,
      // What is decided later is not decided yet.
      ...(standing.stage === 'decided' ? {} : { decidedOn: null, decision: null }),
      hasLeft: hasLeft(row, asOf),
      ...standing,
      blockedBy: [...blockedBy],
      samePost: rivals.map((one) => one.row.caseNo).filter((caseNo) => caseNo !== row.caseNo),
    };
  });
}
