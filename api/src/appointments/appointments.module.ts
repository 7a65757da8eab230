import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.js';
import { CaseFilesService } from './cases/case-files.service.js';
import { GateController } from './gate/gate.controller.js';
import { GateService } from './gate/gate.service.js';

@Module({
  imports: [PoliciesModule],
  controllers: [GateController],
  providers: [CaseFilesService, GateService],
})
export class AppointmentsModule {}
