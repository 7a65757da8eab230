import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { Answers } from '../../platform/http/openapi.js';
import {
  type ContestAnswer,
  contestAnswer,
  type NewStatement,
  newStatement,
  newText,
  type PersonPath,
  personPath,
  statement,
  statementList,
  statementPath,
  withdrawal,
} from './replies.dto.js';
import { RepliesService } from './replies.service.js';

type StatementPath = z.output<typeof statementPath>;

/** What a person replies and contests, as offices read, enter and answer it. */
@Controller('cadres/:staffNo/replies')
export class RepliesController {
  constructor(private readonly replies: RepliesService) {}

  @Get()
  @Allow('inspector', 'service')
  @Answers(statementList, 'Replies and contests of a person, with all versions.')
  async list(@CallerScope() scope: Scope, @Param({ schema: personPath }) path: PersonPath) {
    return this.replies.list(await this.replies.inspector(scope, path.staffNo));
  }

  @Post()
  @Allow('inspector')
  @Answers(statement, 'The statement as it was filed.', 201)
  async file(
    @CallerScope() scope: Scope,
    @Param({ schema: personPath }) path: PersonPath,
    @Body({ schema: newStatement }) body: NewStatement,
  ) {
    return this.replies.file(await this.replies.inspector(scope, path.staffNo), body);
  }

  @Put(':ref')
  @Allow('inspector')
  @Answers(statement, 'The statement with its new text.')
  async supersede(
    @CallerScope() scope: Scope,
    @Param({ schema: statementPath }) { staffNo, ref }: StatementPath,
    @Body({ schema: newText }) { text }: z.output<typeof newText>,
  ) {
    return this.replies.supersede(await this.replies.inspector(scope, staffNo), ref, text);
  }

  @Post(':ref/withdraw')
  @HttpCode(200)
  @Allow('inspector')
  @Answers(statement, 'The statement, withdrawn.')
  async withdraw(
    @CallerScope() scope: Scope,
    @Param({ schema: statementPath }) { staffNo, ref }: StatementPath,
    @Body({ schema: withdrawal }) { reason }: z.output<typeof withdrawal>,
  ) {
    return this.replies.withdraw(await this.replies.inspector(scope, staffNo), ref, reason);
  }

  @Post(':ref/answer')
  @HttpCode(200)
  @Allow('inspector')
  @Answers(statement, 'The contest with its answer.')
  async answer(
    @CallerScope() scope: Scope,
    @Param({ schema: statementPath }) { staffNo, ref }: StatementPath,
    @Body({ schema: contestAnswer }) body: ContestAnswer,
  ) {
    return this.replies.answer(await this.replies.inspector(scope, staffNo), ref, body);
  }
}
