import { Injectable } from '@nestjs/common';
import type { RowsFile } from '../../platform/http/send-rows.js';
import {
  type RankingRow,
  RankingsService,
  rankingsQuery,
} from '../../scoring/rankings/rankings.service.js';
import { RunsService } from '../../scoring/runs.service.js';
import type { ExportContent, ExportRequest } from './export-kinds.js';

/** The ranking, as its own route gives it. */
@Injectable()
export class RankingsContent implements ExportContent<RankingRow> {
  readonly what = 'rankings';
  readonly filters = rankingsQuery.pick({
    band: true,
    q: true,
    sort: true,
    source: true,
    overdueOnly: true,
    include: true,
  });

  constructor(
    private readonly rankings: RankingsService,
    private readonly runs: RunsService,
  ) {}

  async open({ scope, asOf, unit, filters }: ExportRequest): Promise<RowsFile<RankingRow>> {
    await this.runs.bringUpToDate(asOf);
    const query = rankingsQuery.parse({ ...filters, asOf, unit: unit ?? undefined });
    return this.rankings.file(query, scope, 'en');
  }
}
