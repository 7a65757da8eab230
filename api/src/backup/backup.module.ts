import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BackupScheduleService } from './backup-schedule.service.js';
import { BackupWriterService } from './backup-writer.service.js';
import { BackupsController } from './backups.controller.js';
import { backupEntity } from './backups.entity.js';
import { BackupsService } from './backups.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([backupEntity])],
  controllers: [BackupsController],
  providers: [BackupsService, BackupWriterService, BackupScheduleService],
})
export class BackupModule {}
