import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { Answers } from '../platform/http/openapi.js';
import { backupAnswer, backupAsked, backupList, backupPath, backupsQuery } from './backups.dto.js';
import { BackupsService } from './backups.service.js';

/** Encrypted copies of everything. The files themselves stay on the server; nobody gets them over HTTP. */
@Controller('backups')
export class BackupsController {
  constructor(private readonly backups: BackupsService) {}

  @Post()
  @Allow('administrator')
  @HttpCode(202)
  @Answers(backupAsked, 'The backup that will be written now.', 202)
  async ask(@CallerScope() { subject }: Scope) {
    return { id: await this.backups.request(subject) };
  }

  @Get()
  @Allow('administrator')
  @Answers(backupList, 'The backups, the latest first, and how they are made.')
  list(@Query({ schema: backupsQuery }) { limit }: z.output<typeof backupsQuery>) {
    return this.backups.list(limit);
  }

  @Get(':id')
  @Allow('administrator')
  @Answers(backupAnswer, 'One backup.')
  show(@Param({ schema: backupPath }) { id }: z.output<typeof backupPath>) {
    return this.backups.show(id);
  }
}
