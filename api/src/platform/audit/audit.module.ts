import { Global, Module } from '@nestjs/common';
import { AuditWriter } from './audit-writer.js';
import { Checkpoints } from './chain/checkpoints.service.js';
import { LogVerification } from './chain/verification.service.js';

const services = [AuditWriter, Checkpoints, LogVerification];

/** The record of who asked what about whom, without which nothing is served. */
@Global()
@Module({ providers: services, exports: services })
export class AuditModule {}
