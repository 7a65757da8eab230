import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { Answers } from '../../platform/http/openapi.js';
import { USUAL_ROWS } from '../../platform/http/parameters.js';
import {
  type Decision,
  decision,
  type ListQuery,
  listQuery,
  quarantinedRow,
  quarantineList,
  rowId,
} from './quarantine.dto.js';
import { QuarantineService } from './quarantine.service.js';
import { QuarantineList } from './quarantine-list.service.js';

/** Rows that wait for something to arrive, or for somebody to decide. */
@Controller('quarantine')
export class QuarantineController {
  constructor(
    private readonly quarantine: QuarantineService,
    private readonly rows: QuarantineList,
  ) {}

  @Allow('data-officer', 'approver')
  @Get()
  @Answers(quarantineList, 'Quarantined rows, the oldest first.')
  list(@CallerScope() scope: Scope, @Query({ schema: listQuery }) query: ListQuery) {
    return this.rows.list(scope, { ...query, limit: query.limit ?? USUAL_ROWS });
  }

  @Allow('data-officer', 'approver')
  @Post(':id/release')
  @HttpCode(200)
  @Answers(quarantinedRow, 'The row was released: it counts, in place of what stood.')
  @Answers(
    quarantinedRow,
    'The release touches published scores: nothing changed, and `proposal` waits for a second person.',
    202,
  )
  async release(
    @CallerScope() scope: Scope,
    @Param('id', { schema: rowId }) id: number,
    @Body({ schema: decision }) { reason }: Decision,
    @Res({ passthrough: true }) response: Response,
  ) {
    const row = await this.quarantine.release(scope, id, reason);
    if (row.state === 'waiting') response.status(202);
    return row;
  }

  @Allow('approver')
  @Post(':id/approve')
  @HttpCode(200)
  @Answers(quarantinedRow, 'The proposed release was carried out: the row counts.')
  approve(
    @CallerScope() scope: Scope,
    @Param('id', { schema: rowId }) id: number,
    @Body({ schema: decision }) { reason }: Decision,
  ) {
    return this.quarantine.approve(scope, id, reason);
  }

  @Allow('data-officer', 'approver')
  @Post(':id/decline')
  @HttpCode(200)
  @Answers(
    quarantinedRow,
    'The proposed release was declined, or taken back; the row goes on waiting.',
  )
  decline(
    @CallerScope() scope: Scope,
    @Param('id', { schema: rowId }) id: number,
    @Body({ schema: decision }) { reason }: Decision,
  ) {
    return this.quarantine.decline(scope, id, reason);
  }

  @Allow('data-officer', 'approver')
  @Post(':id/discard')
  @HttpCode(200)
  @Answers(quarantinedRow, 'The row was set aside for good.')
  discard(
    @CallerScope() scope: Scope,
    @Param('id', { schema: rowId }) id: number,
    @Body({ schema: decision }) { reason }: Decision,
  ) {
    return this.quarantine.discard(scope, id, reason);
  }
}
