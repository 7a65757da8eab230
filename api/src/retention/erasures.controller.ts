import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { Answers } from '../platform/http/openapi.js';
import { proposalAnswer, reason } from '../second-person/decisions.service.js';
import { ErasuresService } from './erasures.service.js';

const newErasure = z.strictObject({ staffNo: z.string().trim().min(1).max(200), reason });
type NewErasure = z.infer<typeof newErasure>;

/** Requests that everything about one person be removed. */
@Controller('erasures')
export class ErasuresController {
  constructor(private readonly erasures: ErasuresService) {}

  @Allow('administrator')
  @Post()
  @HttpCode(202)
  @Answers(
    proposalAnswer,
    'Nothing changed yet: the erasure, which cannot be undone, waits for a second person.',
    202,
  )
  propose(@CallerScope() scope: Scope, @Body({ schema: newErasure }) body: NewErasure) {
    return this.erasures.propose(scope, body.staffNo, body.reason);
  }
}
