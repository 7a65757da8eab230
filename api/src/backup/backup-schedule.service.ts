import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { systemScope } from '../platform/access/scope.js';
import { CONFIG, type Config, ConfigError } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { isRecipient } from './archive/encryption.js';
import { BACKUP_WRITE, BackupsService } from './backups.service.js';
import { lockOf } from './lock.js';

/** The queue that hears when the day's time has come. */
const BACKUP_DUE = 'backup-due';
const DAILY = 'daily';

/** Has a backup made each day, and takes up the ones that were cut short. */
@Injectable()
export class BackupScheduleService implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly backups: BackupsService,
  ) {}

  onModuleInit(): void {
    this.jobs.register({
      queue: BACKUP_DUE,
      handle: async () => {
        if (lockOf(this.config.backup)) await this.backups.request(systemScope.subject);
      },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    const { backup, timeZone } = this.config;
    if (backup.recipient !== undefined && !(await isRecipient(backup.recipient))) {
      throw new ConfigError('PROBITY_BACKUP_RECIPIENT: no age recipient; a letter of it is wrong');
    }
    const [hour, minute] = (backup.dailyAt ?? '').split(':').map(Number);
    if (lockOf(backup) && backup.dailyAt !== undefined) {
      const cron = `${minute} ${hour} * * *`;
      await this.jobs.schedule(BACKUP_DUE, cron, {}, { tz: timeZone, key: DAILY, missed: 'once' });
    } else {
      await this.jobs.unschedule(BACKUP_DUE, DAILY);
    }
    const unfinished = await this.database.query<{ id: number }>(
      `SELECT id FROM backups WHERE status IN ('queued', 'running') ORDER BY id`,
    );
    for (const { id } of unfinished) await this.jobs.send(BACKUP_WRITE, { backupId: id });
  }
}
