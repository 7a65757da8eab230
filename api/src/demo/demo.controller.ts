import { Controller, Post } from '@nestjs/common';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { Answers } from '../platform/http/openapi.js';
import { demoAnswer } from './demo.dto.js';
import { DemoService } from './demo.service.js';

@Controller('demo')
export class DemoController {
  constructor(private readonly demo: DemoService) {}

  @Post()
  @Answers(demoAnswer, 'Demonstration data as of today, made anew and imported.', 201)
  makeAnew(@CallerScope() scope: Scope) {
    return this.demo.makeAnew(scope);
  }
}
