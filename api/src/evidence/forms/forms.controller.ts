import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { Answers } from '../../platform/http/openapi.js';
import { idempotencyKeyOf } from '../imports/idempotency-key.js';
import {
  type CheckedForm,
  type Correction,
  checkAnswer,
  checkedForm,
  correction,
  enteredAnswer,
  enteredQuery,
  kindPath,
  type NewRecord,
  newRecord,
  type RecordPath,
  recordAnswer,
  recordPath,
  savedAnswer,
  undoing,
  type Withdrawal,
  withdrawal,
} from './forms.dto.js';
import { FormsService } from './forms.service.js';

/** Records of every kind by hand: entered, corrected, withdrawn, each as an import of one row. */
@Controller('records')
export class FormsController {
  constructor(private readonly forms: FormsService) {}

  @Allow('inspector', 'data-officer')
  @Get()
  @Answers(enteredAnswer, 'What the caller entered or changed by hand, the latest first.')
  entered(
    @CallerScope() scope: Scope,
    @Query({ schema: enteredQuery }) { limit }: z.output<typeof enteredQuery>,
  ) {
    return this.forms.entered(scope, limit);
  }

  @Allow('inspector', 'data-officer')
  @Post(':kind/check')
  @HttpCode(200)
  @Answers(checkAnswer, 'What saving would say. Nothing is kept.')
  check(
    @CallerScope() scope: Scope,
    @Param({ schema: kindPath }) { kind }: z.output<typeof kindPath>,
    @Body({ schema: checkedForm }) form: CheckedForm,
  ) {
    return this.forms.check(scope, kind, form);
  }

  @Allow('inspector', 'data-officer')
  @Post(':kind')
  @Answers(savedAnswer, 'The record as it was entered. An Idempotency-Key is honoured.', 201)
  enter(
    @CallerScope() scope: Scope,
    @Param({ schema: kindPath }) { kind }: z.output<typeof kindPath>,
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: newRecord }) form: NewRecord,
  ) {
    return this.forms.enter(scope, kind, form, idempotencyKeyOf(key));
  }

  @Allow('inspector', 'data-officer')
  @Get(':kind/:id')
  @Answers(recordAnswer, 'A record as it stands; the id of any of its versions leads to it.')
  read(@CallerScope() scope: Scope, @Param({ schema: recordPath }) path: RecordPath) {
    return this.forms.read(scope, path);
  }

  @Allow('inspector', 'data-officer')
  @Put(':kind/:id')
  @Answers(savedAnswer, 'The record with its new version.')
  correct(
    @CallerScope() scope: Scope,
    @Param({ schema: recordPath }) path: RecordPath,
    @Body({ schema: correction }) form: Correction,
  ) {
    return this.forms.correct(scope, path, form);
  }

  @Allow('inspector', 'data-officer')
  @Post(':kind/:id/withdraw')
  @HttpCode(200)
  @Answers(savedAnswer, 'The record, withdrawn: it counts at no day, and stays in the history.')
  withdraw(
    @CallerScope() scope: Scope,
    @Param({ schema: recordPath }) path: RecordPath,
    @Body({ schema: withdrawal }) form: Withdrawal,
  ) {
    return this.forms.withdraw(scope, path, form);
  }

  @Allow('inspector', 'data-officer')
  @Post(':kind/:id/undo')
  @HttpCode(200)
  @Answers(savedAnswer, 'The record as it stood before; one that was new is withdrawn.')
  undo(
    @CallerScope() scope: Scope,
    @Param({ schema: recordPath }) path: RecordPath,
    @Body({ schema: undoing }) { version }: z.output<typeof undoing>,
  ) {
    return this.forms.undo(scope, path, version);
  }
}
