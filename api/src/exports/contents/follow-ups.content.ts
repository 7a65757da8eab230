import { Injectable } from '@nestjs/common';
import {
  type FollowUpRow,
  FollowUpsService,
  followUpsQuery,
} from '../../follow-ups/follow-ups.service.js';
import type { RowsFile } from '../../platform/http/send-rows.js';
import { RunsService } from '../../scoring/runs.service.js';
import type { ExportContent, ExportRequest } from './export-kinds.js';

/** The follow-ups, as their own route gives them. */
@Injectable()
export class FollowUpsContent implements ExportContent<FollowUpRow> {
  readonly what = 'follow-ups';
  readonly filters = followUpsQuery.pick({
    state: true,
    kind: true,
    owedBy: true,
    staffNo: true,
    q: true,
    inherited: true,
  });

  constructor(
    private readonly followUps: FollowUpsService,
    private readonly runs: RunsService,
  ) {}

  async open({ scope, asOf, unit, filters }: ExportRequest): Promise<RowsFile<FollowUpRow>> {
    await this.runs.bringUpToDate(asOf);
    const query = followUpsQuery.parse({ ...filters, asOf, unit: unit ?? undefined });
    return this.followUps.file(query, scope);
  }
}
