import { Controller, Post } from '@nestjs/common';
import { Allow } from '../platform/access/allow.js';
import { Answers } from '../platform/http/openapi.js';
import { demoAnswer } from './demo.dto.js';
import { DemoService } from './demo.service.js';

@Controller('demo')
export class DemoController {
  constructor(private readonly demo: DemoService) {}

  @Allow('administrator')
  @Post()
  @Answers(demoAnswer, 'Demonstration data as of today, made anew and imported.', 201)
  makeAnew() {
    return this.demo.makeAnew();
  }
}
