import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { Answers } from '../../platform/http/openapi.js';
import { page, USUAL_ROWS } from '../../platform/http/parameters.js';
import { QuarantineService } from './quarantine.service.js';

const states = ['waiting', 'released', 'overtaken', 'discarded'] as const;
const quarantined = z.object({
  id: z.int(),
  importId: z.int(),
  kind: z.string(),
  system: z.string(),
  line: z.int(),
  code: z.string(),
  state: z.enum(states),
  content: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string().nullable(),
});
const list = z.strictObject({
  state: z.enum(states).default('waiting'),
  kind: z.string().optional(),
  ...page,
});
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const decision = z.strictObject({ reason: z.string().trim().min(1).max(2_000) });
type Decision = z.infer<typeof decision>;

/** Rows that wait for something to arrive, or for somebody to decide. */
@Controller('quarantine')
export class QuarantineController {
  constructor(private readonly quarantine: QuarantineService) {}

  @Allow('data-officer', 'approver')
  @Get()
  @Answers(
    z.object({ total: z.int(), rows: z.array(quarantined) }),
    'Quarantined rows, the oldest first.',
  )
  list(@CallerScope() scope: Scope, @Query({ schema: list }) query: z.infer<typeof list>) {
    return this.quarantine.list(scope, { ...query, limit: query.limit ?? USUAL_ROWS });
  }

  @Allow('data-officer', 'approver')
  @Post(':id/release')
  @HttpCode(200)
  @Answers(quarantined, 'The row was released: it counts, in place of what stood.')
  release(
    @CallerScope() scope: Scope,
    @Param('id', { schema: id }) rowId: number,
    @Body({ schema: decision }) { reason }: Decision,
  ) {
    return this.quarantine.settle(scope, rowId, 'release', reason);
  }

  @Allow('data-officer', 'approver')
  @Post(':id/discard')
  @HttpCode(200)
  @Answers(quarantined, 'The row was set aside for good.')
  discard(
    @CallerScope() scope: Scope,
    @Param('id', { schema: id }) rowId: number,
    @Body({ schema: decision }) { reason }: Decision,
  ) {
    return this.quarantine.settle(scope, rowId, 'discard', reason);
  }
}
