import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { Answers } from '../../platform/http/openapi.js';
import {
  type BoardQuery,
  type BreachesQuery,
  boardAnswer,
  boardQuery,
  breachesAnswer,
  breachesQuery,
} from './board.dto.js';
import { BoardService } from './board.service.js';

@Controller('appointments')
export class BoardController {
  constructor(private readonly board: BoardService) {}

  @Allow('inspector', 'service')
  @Get()
  @Answers(boardAnswer, 'Appointment cases: how far each is, what is due next, and what blocks it.')
  page(@CallerScope() scope: Scope, @Query({ schema: boardQuery }) query: BoardQuery) {
    return this.board.page(scope, query);
  }

  @Allow('inspector', 'service')
  @Get('breaches')
  @Answers(breachesAnswer, 'Appointments that were decided against a blocked gate.')
  breaches(@CallerScope() scope: Scope, @Query({ schema: breachesQuery }) query: BreachesQuery) {
    return this.board.breaches(scope, query);
  }
}
