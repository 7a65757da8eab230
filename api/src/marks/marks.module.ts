import { Module } from '@nestjs/common';
import { ContestedService } from './contested.service.js';
import { SignOffMarkService } from './sign-off-mark.service.js';

const marks = [ContestedService, SignOffMarkService];

/** What stands beside a score wherever it shows: that it is contested, and who signed off. */
@Module({ providers: marks, exports: marks })
export class MarksModule {}
