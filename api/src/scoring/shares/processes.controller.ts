import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { Answers } from '../../platform/http/openapi.js';
import { rfc3339 } from '../../platform/instants.js';
import { Jobs, type WaitingJobs } from '../../platform/jobs/jobs.service.js';
import { Processes } from '../../platform/processes/processes.service.js';
import { Partitions } from './partitions.service.js';

const process = z.object({
  id: z.int(),
  kind: z.enum(['server', 'worker']),
  host: z.string(),
  pid: z.int(),
  startedAt: z.iso.datetime(),
  seenAt: z.iso
    .datetime()
    .describe('When it last said that it is at work: several times in each lease.'),
});

const processList = z.object({
  at: z.iso.datetime().describe('When this was so, by the clock of the database.'),
  partitionCount: z
    .int()
    .describe('Into how many partitions people are dealt; 0 before any worker was there.'),
  processes: z.array(
    process.extend({
      partitions: z.array(z.int()).describe('Those whose columns it holds as a worker.'),
      makesRuns: z.boolean().describe('Whether runs are begun, put together and published by it.'),
    }),
  ),
  gone: z.array(process).describe('Those that ended without a word since the last one began.'),
  waiting: z
    .array(
      z.object({
        queue: z.string().describe('`scoring-run`, or a queue of jobs.'),
        waitingCount: z.int(),
        runningCount: z.int(),
        oldestAt: z.iso.datetime().nullable(),
      }),
    )
    .describe('What waits or is being done, by queue.'),
});

@Controller('processes')
export class ProcessesController {
  constructor(
    private readonly processes: Processes,
    private readonly partitions: Partitions,
    private readonly jobs: Jobs,
    private readonly database: ProductDatabase,
  ) {}

  @Allow('administrator')
  @Get()
  @Answers(
    processList,
    'The processes that work on this database, who has which partition, and what waits.',
  )
  async list(): Promise<z.output<typeof processList>> {
    const [living, gone, dealt, runs, jobs, { at }] = await Promise.all([
      this.processes.living(),
      this.processes.gone(),
      this.partitions.list(),
      this.#waitingRuns(),
      this.jobs.waiting(),
      this.database.one<{ at: string }>(`SELECT ${rfc3339('clock_timestamp()')} AS at`),
    ]);
    const hasWorkers = living.some(({ kind }) => kind === 'worker');
    return {
      at,
      partitionCount: dealt.length,
      processes: living.map((one) => {
        const partitions = dealt
          .filter(({ processId }) => processId === one.id)
          .map(({ number }) => number);
        const makesRuns = hasWorkers ? partitions.includes(0) : true;
        return { ...one, partitions, makesRuns };
      }),
      gone,
      waiting: [...runs, ...jobs],
    };
  }

  #waitingRuns(): Promise<WaitingJobs[]> {
    return this.database.query<WaitingJobs>(
      `SELECT 'scoring-run' AS queue, (count(*) FILTER (WHERE status = 'queued'))::int AS "waitingCount",
         (count(*) FILTER (WHERE status = 'running'))::int AS "runningCount",
         ${rfc3339(`min(requested_at) FILTER (WHERE status = 'queued')`)} AS "oldestAt"
       FROM scoring_runs WHERE status IN ('queued', 'running') HAVING count(*) > 0`,
    );
  }
}
