import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { Answers } from '../../platform/http/openapi.js';
import { Processes } from '../../platform/processes/processes.service.js';
import { Partitions } from './partitions.service.js';

const processList = z.object({
  partitionCount: z
    .int()
    .describe('Into how many partitions people are dealt; 0 before any worker was there.'),
  processes: z.array(
    z.object({
      id: z.int(),
      kind: z.enum(['server', 'worker']),
      host: z.string(),
      pid: z.int(),
      startedAt: z.iso.datetime(),
      partitions: z.array(z.int()).describe('Those whose columns it holds as a worker.'),
      makesRuns: z.boolean().describe('Whether runs are begun, put together and published by it.'),
    }),
  ),
});

@Controller('processes')
export class ProcessesController {
  constructor(
    private readonly processes: Processes,
    private readonly partitions: Partitions,
  ) {}

  @Allow('administrator')
  @Get()
  @Answers(processList, 'The processes that work on this database, and who has which partition.')
  async list(): Promise<z.output<typeof processList>> {
    const [living, dealt] = await Promise.all([this.processes.living(), this.partitions.list()]);
    const hasWorkers = living.some(({ kind }) => kind === 'worker');
    return {
      partitionCount: dealt.length,
      processes: living.map(({ id, kind, host, pid, startedAt }) => {
        const partitions = dealt
          .filter(({ processId }) => processId === id)
          .map(({ number }) => number);
        const makesRuns = hasWorkers ? partitions.includes(0) : true;
        return { id, kind, host, pid, startedAt, partitions, makesRuns };
      }),
    };
  }
}
