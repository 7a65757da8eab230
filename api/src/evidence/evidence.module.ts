import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SecondPersonModule } from '../second-person/second-person.module.js';
import { ClosingController } from './closings/closing.controller.js';
import { ClosingService } from './closings/closing.service.js';
import { FormCommit } from './forms/form-commit.service.js';
import { FormsController } from './forms/forms.controller.js';
import { FormsService } from './forms/forms.service.js';
import { StandingRecords } from './forms/standing-records.service.js';
import { ImportEvents } from './imports/import-events.service.js';
import { ImportReportsController } from './imports/import-reports.controller.js';
import { ImportReports } from './imports/import-reports.service.js';
import { ImportRunner } from './imports/import-runner.service.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsService } from './imports/imports.service.js';
import { PreviewService } from './imports/preview.service.js';
import { Spool } from './imports/spool.service.js';
import { KindsController } from './kinds/kinds.controller.js';
import { MappingsController } from './mappings/mappings.controller.js';
import { MappingsService } from './mappings/mappings.service.js';
import { MergesController } from './merges/merges.controller.js';
import { MergesService } from './merges/merges.service.js';
import { QuarantineController } from './quarantine/quarantine.controller.js';
import { QuarantineService } from './quarantine/quarantine.service.js';
import { QuarantineList } from './quarantine/quarantine-list.service.js';
import { AuthorityDay } from './records/authority-day.service.js';
import { evidenceEntities } from './records/entities.js';

/** Records coming in: files, mapping profiles, quarantine, and the tables they end in. */
@Module({
  imports: [SecondPersonModule, TypeOrmModule.forFeature([...evidenceEntities])],
  controllers: [
    ClosingController,
    FormsController,
    KindsController,
    MappingsController,
    MergesController,
    QuarantineController,
    ImportsController,
    ImportReportsController,
  ],
  providers: [
    AuthorityDay,
    ClosingService,
    FormCommit,
    FormsService,
    ImportEvents,
    ImportReports,
    ImportRunner,
    ImportsService,
    MappingsService,
    MergesService,
    PreviewService,
    QuarantineList,
    QuarantineService,
    Spool,
    StandingRecords,
  ],
  exports: [ImportsService],
})
export class EvidenceModule {}
