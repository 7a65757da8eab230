import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditLogService } from './audit-log.service.js';
import { UnusualReadingService } from './unusual-reading.service.js';

/** The reading side of the audit log. */
@Module({
  controllers: [AuditController],
  providers: [AuditLogService, UnusualReadingService],
})
export class AuditReadingModule {}
