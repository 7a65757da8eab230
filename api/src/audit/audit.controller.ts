import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../platform/access/allow.js';
import { inCurrentScope } from '../platform/access/current-scope.js';
import { Checkpoints } from '../platform/audit/chain/checkpoints.service.js';
import { LogVerification } from '../platform/audit/chain/verification.service.js';
import { ReadsLog } from '../platform/audit/operation.guard.js';
import { CSV_TYPE, csv } from '../platform/csv/csv.js';
import { AcceptedFormat, type AnswerFormat } from '../platform/http/answer-format.js';
import { Answers } from '../platform/http/openapi.js';
import { sendPieces } from '../platform/http/send-pieces.js';
import {
  checkpointAnswer,
  type LogQuery,
  logAnswer,
  logQuery,
  lookersAnswer,
  type PersonPath,
  type PersonQuery,
  personPath,
  personQuery,
  type UnusualQuery,
  unusualAnswer,
  unusualQuery,
  verifyAnswer,
} from './audit.dto.js';
import { AuditLogService } from './audit-log.service.js';
import { logCsv } from './log-csv.js';
import { UnusualReadingService } from './unusual-reading.service.js';

/** The audit log, for auditors. */
@ReadsLog()
@Controller('audit')
export class AuditController {
  constructor(
    private readonly log: AuditLogService,
    private readonly unusual: UnusualReadingService,
    private readonly verification: LogVerification,
    private readonly checkpoints: Checkpoints,
  ) {}

  @Allow('auditor')
  @Get()
  @Answers(logAnswer, 'Entries of the audit log, the newest first; as CSV, all of them.')
  async list(
    @Query({ schema: logQuery }) query: LogQuery,
    @AcceptedFormat(['json', 'csv']) format: AnswerFormat,
    @Res({ passthrough: true }) response: Response,
  ) {
    if (format === 'json') return this.log.list(query);
    response.attachment('audit-log.csv').type(CSV_TYPE);
    const pages = inCurrentScope(this.log.pages(query));
    await sendPieces(response, csv(logCsv, pages, { bom: query.bom ?? true }));
    return undefined;
  }

  @Allow('auditor')
  @Get('people/:person')
  @Answers(lookersAnswer, 'Who looked at a person, and who was refused.')
  lookers(
    @Param({ schema: personPath }) { person }: PersonPath,
    @Query({ schema: personQuery }) query: PersonQuery,
  ) {
    return this.log.lookersAt(person, query);
  }

  @Allow('auditor')
  @Get('unusual')
  @Answers(unusualAnswer, 'Days on which somebody saw more people than they usually do.')
  unusualDays(@Query({ schema: unusualQuery }) query: UnusualQuery) {
    return this.unusual.find(query);
  }

  @Allow('auditor')
  @Get('verify')
  @Answers(verifyAnswer, 'Whether the log is what was written, from its first entry to its last.')
  verify() {
    return this.verification.verify();
  }

  @Allow('auditor')
  @Post('checkpoints')
  @Answers(checkpointAnswer, 'The newest signed checkpoint, taken now where anything is new.', 201)
  checkpoint() {
    return this.checkpoints.take();
  }
}
