import { Module } from '@nestjs/common';
import { ContestedService } from './contested.service.js';

/** What stands beside a score wherever it shows: that it is contested, and who signed off. */
@Module({ providers: [ContestedService], exports: [ContestedService] })
export class MarksModule {}
