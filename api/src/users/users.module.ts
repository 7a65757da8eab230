import { Module } from '@nestjs/common';
import { UnitsModule } from '../units/units.module.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';

@Module({
  imports: [UnitsModule],
  controllers: [SessionController],
  providers: [SessionService],
})
export class UsersModule {}
