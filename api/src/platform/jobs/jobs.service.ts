import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { PoolClient } from 'pg';
import {
  type Job,
  PgBoss,
  type Queue,
  type ScheduleOptions,
  type SendOptions,
  type WorkOptions,
} from 'pg-boss';
import { asProduct } from '../access/current-scope.js';
import { Database } from '../database/database.js';
import { sessionName } from '../database/guard/roles.js';
import { ProductDatabase } from '../database/product-database.js';
import { rfc3339 } from '../instants.js';

/** What is done with the jobs of one queue. Throwing makes pg-boss try again. */
export interface JobHandler<T extends object> {
  readonly queue: string;
  readonly options?: Omit<Queue, 'name'>;
  readonly work?: WorkOptions;
  handle(data: T, job: Job<T>): Promise<void>;
}

/** What waits in a queue whose time has come, and since when. */
export interface WaitingJobs {
  readonly queue: string;
  readonly waitingCount: number;
  readonly runningCount: number;
  readonly oldestAt: string | null;
}

/** Jobs and schedules, kept in PostgreSQL and shared by all processes of the product. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger('Jobs');
  readonly #handlers: JobHandler<object>[] = [];
  readonly #declared = new Map<string, Omit<Queue, 'name'>>();
  readonly #boss: PgBoss;
  #started: Promise<unknown> | undefined;

  constructor(
    database: Database,
    private readonly product: ProductDatabase,
  ) {
    this.#boss = new PgBoss({
      ...database.reach.worker,
      schema: 'pgboss',
      // Made with the roles, before anybody works.
      createSchema: false,
      application_name: sessionName('probity-jobs', database.reach.worker),
      max: 4,
      useListenNotify: true,
      cronMonitorIntervalSeconds: 5,
      // How soon the jobs of a process that was killed are noticed, and given to another.
      superviseIntervalSeconds: 10,
      monitorIntervalSeconds: 10,
    });
    // What else hangs on such an error, the connection above all, says nothing to whoever reads the log.
    this.#boss.on('error', (error) => this.#logger.error(error.message));
  }

  /**
   * Says who does the jobs of a queue; to be called while modules are initialised (`onModuleInit`).
   * Where several ask for one queue, each job goes to all of them, and again to all where one fails.
   */
  register<T extends object>(handler: JobHandler<T>): void {
    this.#handlers.push(handler as unknown as JobHandler<object>);
  }

  /** Names a queue that is written to even where nobody takes from it; to be called like `register`. */
  declare(queue: string, options: Omit<Queue, 'name'> = {}): void {
    this.#declared.set(queue, options);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.start();
    for (const [queue, handlers] of Map.groupBy(this.#handlers, (one) => one.queue)) {
      await this.#boss.work(
        queue,
        Object.assign({ pollingIntervalSeconds: 2 }, ...handlers.map(({ work }) => work)),
        async (jobs: Job<object>[]) => {
          for (const job of jobs) {
            await asProduct(() => Promise.all(handlers.map((one) => one.handle(job.data, job))));
          }
        },
      );
    }
  }

  /** Opens the queues without taking jobs yet. */
  async start(): Promise<void> {
    this.#started ??= this.#open();
    await this.#started;
  }

  async #open(): Promise<void> {
    await this.#boss.start();
    for (const { queue, options } of this.#handlers) this.#declared.set(queue, options ?? {});
    for (const [queue, options] of this.#declared) {
      const settings = {
        notify: true,
        heartbeatSeconds: 10,
        retryLimit: 5,
        expireInSeconds: 3600,
        ...options,
      };
      await this.#boss.createQueue(queue, settings);
    }
  }

  /** Adds a job; with `client`, as part of that transaction. */
  async send(
    queue: string,
    data: object,
    options: SendOptions = {},
    client?: PoolClient,
  ): Promise<string | null> {
    await this.start();
    const db = client && {
      executeSql: (sql: string, values?: unknown[]) => client.query(sql, values),
    };
    return this.#boss.send(queue, data, db ? { ...options, db } : options);
  }

  /** Puts a job on a cron schedule, replacing the one of the same key. */
  async schedule(
    queue: string,
    cron: string,
    data: object,
    options: ScheduleOptions,
  ): Promise<void> {
    await this.start();
    await this.#boss.schedule(queue, cron, data, options);
  }

  async unschedule(queue: string, key: string): Promise<void> {
    await this.start();
    await this.#boss.unschedule(queue, key);
  }

  /** The queues in which jobs wait to be taken, or are being done. */
  waiting(): Promise<WaitingJobs[]> {
    return this.product.query<WaitingJobs>(
      `SELECT name AS queue, (count(*) FILTER (WHERE state < 'active'))::int AS "waitingCount",
         (count(*) FILTER (WHERE state = 'active'))::int AS "runningCount",
         ${rfc3339(`min(created_on) FILTER (WHERE state < 'active')`)} AS "oldestAt"
       FROM pgboss.job
       WHERE state <= 'active' AND (state = 'active' OR start_after <= now()) AND name NOT LIKE '\\_\\_%'
       GROUP BY name ORDER BY name`,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 10_000 });
  }
}
