import { Global, Module } from '@nestjs/common';
import { Callers } from '../platform/access/callers.js';
import { UnitsModule } from '../units/units.module.js';
import { CallersService } from './callers.service.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';

@Global()
@Module({
  imports: [UnitsModule],
  controllers: [SessionController],
  providers: [SessionService, { provide: Callers, useClass: CallersService }],
  exports: [Callers],
})
export class UsersModule {}
