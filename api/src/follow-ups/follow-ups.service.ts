import { Injectable } from '@nestjs/common';
import { dateOf, dayOf } from '@probity/analytics';
import type { z } from 'zod';
import type { Scope } from '../platform/access/scope.js';
import { USUAL_ROWS } from '../platform/http/parameters.js';
import type { RunInUse } from '../platform/http/run-in-use.js';
import type { RowColumn, RowsFile } from '../platform/http/send-rows.js';
import { UnitTreeService } from '../scoring/load/unit-tree.service.js';
import {
  type FollowUpSelection,
  PublishedFollowUpsService,
} from '../scoring/published-follow-ups.service.js';
import { RunsService } from '../scoring/runs.service.js';
import type {
  FollowUpRow,
  FollowUpsAnswer,
  FollowUpsQuery,
  SummaryAnswer,
  summaryQuery,
} from './follow-ups.dto.js';

/** What the service takes and gives, for features that ask it on their own. */
export { type FollowUpRow, followUpsQuery } from './follow-ups.dto.js';

/** How far ahead a summary looks. */
const WEEKS_AHEAD = 8;

const columns: readonly RowColumn<FollowUpRow>[] = [
  { name: 'kind', type: 'text', value: (row) => row.kind },
  { name: 'staffNo', type: 'text', value: (row) => row.staffNo },
  { name: 'name', type: 'text', value: (row) => row.name },
  { name: 'unitCode', type: 'text', value: (row) => row.unitCode },
  { name: 'ref', type: 'text', value: (row) => row.ref },
  { name: 'source', type: 'text', value: (row) => row.source },
  { name: 'dueOn', type: 'date', value: (row) => row.dueOn },
  { name: 'closedOn', type: 'date', value: (row) => row.closedOn },
  { name: 'state', type: 'text', value: (row) => row.state },
  { name: 'daysOverdue', type: 'integer', value: (row) => row.daysOverdue },
  { name: 'owedBy', type: 'text', value: (row) => row.owedBy },
  { name: 'inherited', type: 'boolean', value: (row) => row.inherited },
  { name: 'contested', type: 'boolean', value: (row) => row.contested },
];

/** What is owed, by whom and until when: read from a published run. */
@Injectable()
export class FollowUpsService {
  constructor(
    private readonly runs: RunsService,
    private readonly units: UnitTreeService,
    private readonly published: PublishedFollowUpsService,
  ) {}

  /** One page of follow-ups. Throws a 404 problem for a unit that the caller may not see. */
  async page(query: FollowUpsQuery, scope: Scope): Promise<FollowUpsAnswer> {
    const { run, selection } = await this.#select(query, scope);
    const found = await this.published.page(selection, query.offset, query.limit ?? USUAL_ROWS);
    return { ...run, ...found };
  }

  /** Follow-ups as a file: every row unless a limit is given. */
  async file(query: FollowUpsQuery, scope: Scope): Promise<RowsFile<FollowUpRow>> {
    const { run, selection } = await this.#select(query, scope);
    const pages = this.published.pages(selection, query.offset, query.limit);
    return { name: 'follow-ups', columns, pages, run };
  }

  /** Counts by kind, and what falls due in the weeks ahead; inherited ones are left out. */
  async summary(query: z.output<typeof summaryQuery>, scope: Scope): Promise<SummaryAnswer> {
    const { run, selection } = await this.#select({ ...query, inherited: false }, scope);
    const counts = await this.published.counts(selection);
    const byKind: SummaryAnswer['byKind'] = {};
    for (const { kind, state, count } of counts) {
      const entry = byKind[kind] ?? { overdue: 0, dueSoon: 0, open: 0 };
      byKind[kind] = entry;
      if (state === 'overdue') entry.overdue = count;
      else if (state === 'due-soon') entry.dueSoon = count;
      else if (state === 'open') entry.open = count;
    }
    const unclosed = { ...selection, states: ['open', 'due-soon'] as const };
    const due = await this.published.dueByWeek(unclosed, run.asOf, WEEKS_AHEAD);
    const weeks = Array.from({ length: WEEKS_AHEAD }, (_, week) => ({
      from: dateOf(dayOf(run.asOf) + 7 * week) ?? '',
      count: due.get(week) ?? 0,
    }));
    return { ...run, byKind, weeks };
  }

  async #select(
    query: Partial<FollowUpsQuery>,
    scope: Scope,
  ): Promise<{ run: RunInUse; selection: FollowUpSelection }> {
    const { asOf, unit, state, kind, owedBy, staffNo, q, inherited } = query;
    const interval = await this.units.interval(unit, scope);
    const run = await this.runs.ensureRun(asOf);
    const filters = { states: state, kinds: kind, owedBy, staffNo, q, inherited };
    return { run, selection: { runId: run.runId, unit: interval, scope, ...filters } };
  }
}
