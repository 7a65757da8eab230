import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../access/allow.js';
import { Unaudited } from '../audit/operation.guard.js';
import { Database } from '../database/database.js';
import { Problem } from '../errors/problem.js';
import { Answers } from './openapi.js';

const health = z.object({ status: z.literal('ok') });

/** For whatever watches over the process. */
@Unaudited()
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Allow.anyone()
  @Get('live')
  @Answers(health, 'The process runs.')
  live() {
    return { status: 'ok' };
  }

  @Allow.anyone()
  @Get('ready')
  @Answers(health, 'The process can answer: its database is there.')
  async ready() {
    try {
      await this.database.query('SELECT 1');
    } catch {
      throw new Problem(503, { code: 'not-ready', detail: 'The database does not answer.' });
    }
    return { status: 'ok' };
  }
}
