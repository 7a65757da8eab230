import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { Allow } from '../access/allow.js';
import { Unaudited } from '../audit/operation.guard.js';
import { AnswersFile } from './openapi.js';

/** Every metric of this process; features add theirs to it. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

@Unaudited()
@Controller('metrics')
export class MetricsController {
  @Allow.anyone()
  @Get()
  @Header('Content-Type', metrics.contentType)
  @AnswersFile('Metrics in the Prometheus text format.', 'text/plain')
  read(): Promise<string> {
    return metrics.metrics();
  }
}
