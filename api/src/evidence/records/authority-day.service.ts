import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { moveAuthority } from '../../platform/access/authority.js';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { EVIDENCE_COMMITTED, type EvidenceCommitted } from '../imports/evidence-committed.js';

const AUTHORITY_DAY = 'authority-day';

/** Postings begin and end by themselves: with each new day some people pass into another unit's scope. */
@Injectable()
export class AuthorityDay implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.declare(EVIDENCE_COMMITTED);
    this.jobs.register({ queue: AUTHORITY_DAY, handle: () => this.begin() });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.schedule(AUTHORITY_DAY, '0 0 * * *', {}, { tz: this.config.timeZone });
    await this.begin();
  }

  /** Lets authority stand for today. */
  async begin(): Promise<void> {
    const today = dateIn(this.config.timeZone);
    await this.database.transaction(async (client) => {
      const { rows } = await client.query<{ at: string; placed_on: string | null }>(
        `SELECT greatest(clock_timestamp(), at + interval '1 microsecond') AS at, placed_on
         FROM commit_clock FOR UPDATE`,
      );
      const [clock] = rows;
      if (!clock || clock.placed_on === today) return;
      if (!(await moveAuthority(client, today, clock.at))) return;
      await client.query('UPDATE commit_clock SET at = $1', [clock.at]);
      const event: EvidenceCommitted = {
        ...{ at: clock.at, importId: 0, kinds: ['postings'], cadreIds: 'all' },
      };
      await this.jobs.send(EVIDENCE_COMMITTED, event, {}, client);
    });
  }
}
