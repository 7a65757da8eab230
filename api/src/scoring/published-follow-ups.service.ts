import { Injectable } from '@nestjs/common';
import type { FollowUpKind, FollowUpState, Holder } from '@probity/analytics';
import { contestedPeople } from '../marks/contested.service.js';
import { type Scope, seesPeople, type UnitInterval } from '../platform/access/scope.js';
import { Conditions, containing } from '../platform/database/conditions.js';
import { cursorPages } from '../platform/database/cursor-pages.js';
import { Database } from '../platform/database/database.js';
import { keepTo } from './runs/keep-to.js';
import { followUpsOfRun } from './runs/rows-of-run.js';

export { followUpsOfRun } from './runs/rows-of-run.js';

/** Which follow-ups of a run; what is not given is not asked. */
export interface FollowUpSelection {
  readonly runId: number;
  readonly unit: UnitInterval | undefined;
  readonly scope: Scope;
  readonly states?: readonly FollowUpState[] | undefined;
  readonly kinds?: readonly FollowUpKind[] | undefined;
  readonly owedBy?: readonly Holder[] | undefined;
  readonly staffNo?: string | undefined;
  readonly q?: string | undefined;
  readonly inherited?: boolean | undefined;
}

/** A published follow-up; dates are `YYYY-MM-DD`. */
export interface PublishedFollowUp {
  readonly kind: FollowUpKind;
  readonly staffNo: string;
  readonly name: string;
  readonly unitCode: string | null;
  readonly ref: string;
  readonly source: string;
  readonly dueOn: string;
  readonly closedOn: string | null;
  readonly state: FollowUpState;
  readonly daysOverdue: number;
  readonly owedBy: Holder;
  readonly inherited: boolean;
  readonly contested: boolean;
}

/** How many follow-ups of a kind are in a state. */
export interface FollowUpCount {
  readonly kind: FollowUpKind;
  readonly state: FollowUpState;
  readonly count: number;
}

/** That somebody contests a record is between them and the office. */
const contestedTo = (scope: Scope) =>
  seesPeople(scope)
    ? `s.cadre_id IN ${contestedPeople('(SELECT as_of FROM scoring_runs WHERE id = $1)')}`
    : 'false';

const rowsFor = (
  scope: Scope,
) => `SELECT s.kind, s.staff_no AS "staffNo", s.name, s.unit_code AS "unitCode", s.ref,
    s.source, s.due_on AS "dueOn", s.closed_on AS "closedOn", s.state,
    s.days_overdue AS "daysOverdue", s.owed_by AS "owedBy", s.inherited,
    ${contestedTo(scope)} AS contested
  FROM follow_ups s`;

const ORDER = 'ORDER BY s.due_on, s.staff_no, s.kind, s.ref';

function conditionsOf(selection: FollowUpSelection): Conditions {
  const conditions = new Conditions();
  // The first parameter: the rows ask the run for its day, too.
  conditions.add(followUpsOfRun('s', conditions.parameter(selection.runId)));
  keepTo(conditions, selection.unit, selection.scope);
  // By name leaders see what their unit owes; of anything else even a count can tell who gave it.
  if (!seesPeople(selection.scope)) conditions.add(`s.owed_by = 'unit'`);
  for (const [column, values] of [
    ['state', selection.states],
    ['kind', selection.kinds],
    ['owed_by', selection.owedBy],
  ] as const) {
    if (values) conditions.add(`s.${column} = ANY(${conditions.parameter(values)}::text[])`);
  }
  if (selection.staffNo !== undefined) {
    conditions.add(`s.staff_no = ${conditions.parameter(selection.staffNo)}`);
  }
  if (selection.q !== undefined) {
    const pattern = conditions.parameter(containing(selection.q));
    conditions.add(
      `(s.name ILIKE ${pattern} OR s.staff_no ILIKE ${pattern} OR s.ref ILIKE ${pattern})`,
    );
  }
  if (selection.inherited !== undefined) {
    conditions.add(`s.inherited = ${conditions.parameter(selection.inherited)}`);
  }
  return conditions;
}

/** The statement of a selection's rows, so many from an offset on; without a limit all of them. */
export function followUpsStatement(
  selection: FollowUpSelection,
  offset: number,
  limit: number | undefined,
): { readonly rows: string; readonly values: unknown[] } {
  const { where, values } = conditionsOf(selection);
  const part = `OFFSET ${offset} LIMIT ${limit ?? 'ALL'}`;
  return { rows: `${rowsFor(selection.scope)} ${where} ${ORDER} ${part}`, values };
}

/** The follow-ups of published runs. */
@Injectable()
export class PublishedFollowUpsService {
  constructor(private readonly database: Database) {}

  /** One page in order of due date, staff number, kind and ref, and how many there are in all. */
  async page(
    selection: FollowUpSelection,
    offset: number,
    limit: number,
  ): Promise<{ total: number; rows: PublishedFollowUp[] }> {
    const { where, values } = conditionsOf(selection);
    const { rows: page } = followUpsStatement(selection, offset, limit);
    const { total } = await this.database.one<{ total: number }>(
      `SELECT count(*) AS total FROM follow_ups s ${where}`,
      values,
    );
    const rows = await this.database.query<PublishedFollowUp>(page, values);
    return { total, rows };
  }

  /** All of them from `offset`, up to `limit` if given, read only as fast as they are taken. */
  pages(
    selection: FollowUpSelection,
    offset: number,
    limit: number | undefined,
  ): AsyncGenerator<PublishedFollowUp[], void, undefined> {
    const { rows, values } = followUpsStatement(selection, offset, limit);
    return cursorPages<PublishedFollowUp>(this.database, rows, values);
  }

  /** How many there are of each kind and state. */
  async counts(selection: FollowUpSelection): Promise<FollowUpCount[]> {
    const { where, values } = conditionsOf(selection);
    return this.database.query<FollowUpCount>(
      `SELECT s.kind, s.state, count(*) AS count FROM follow_ups s ${where}
       GROUP BY 1, 2 ORDER BY 1, 2`,
      values,
    );
  }

  /** How many fall due in each week from a day (`YYYY-MM-DD`): by number of the week, from 0. */
  async dueByWeek(
    selection: FollowUpSelection,
    from: string,
    weeks: number,
  ): Promise<ReadonlyMap<number, number>> {
    const conditions = conditionsOf(selection);
    const start = `${conditions.parameter(from)}::date`;
    conditions.add(`s.due_on >= ${start}`).add(`s.due_on < ${start} + ${weeks * 7}`);
    const rows = await this.database.query<{ week: number; count: number }>(
      `SELECT (s.due_on - ${start}) / 7 AS week, count(*) AS count
       FROM follow_ups s ${conditions.where} GROUP BY 1`,
      conditions.values,
    );
    return new Map(rows.map(({ week, count }) => [week, count]));
  }
}
