import { Injectable } from '@nestjs/common';
import type { RowsFile } from '../../platform/http/send-rows.js';
import { RunsService } from '../../scoring/runs.service.js';
import {
  type SummaryRow,
  summariesQuery,
  UnitSummaryService,
} from '../../units/unit-summary.service.js';
import type { ExportContent, ExportRequest } from './export-kinds.js';

/** One row for each unit, as their own route gives them. */
@Injectable()
export class UnitSummariesContent implements ExportContent<SummaryRow> {
  readonly what = 'unit-summaries';
  readonly filters = summariesQuery.pick({});

  constructor(
    private readonly summaries: UnitSummaryService,
    private readonly runs: RunsService,
  ) {}

  async open({ scope, asOf, unit, filters }: ExportRequest): Promise<RowsFile<SummaryRow>> {
    await this.runs.bringUpToDate(asOf);
    const query = summariesQuery.parse({ ...filters, asOf, unit: unit ?? undefined });
    return this.summaries.file(scope, query);
  }
}
