import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Language } from '@probity/analytics';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { CSV_TYPE } from '../../platform/csv/csv.js';
import { CallerLanguage } from '../../platform/http/language.js';
import { AnswersFile } from '../../platform/http/openapi.js';
import { sendPieces } from '../../platform/http/send-pieces.js';
import { importId, reportQuery } from './import.dto.js';
import { ImportEvents } from './import-events.service.js';
import { ImportReports } from './import-reports.service.js';

type ReportQuery = z.infer<typeof reportQuery>;

/** What was wrong with an import, and how far it is. */
@Controller('imports/:id')
export class ImportReportsController {
  constructor(
    private readonly reports: ImportReports,
    private readonly events: ImportEvents,
  ) {}

  @Allow('data-officer')
  @Get('errors.csv')
  @AnswersFile('Every cause of every refused row, or of the failure of the whole file.', 'text/csv')
  async errors(
    @CallerScope() scope: Scope,
    @CallerLanguage() accepted: Language,
    @Param('id', { schema: importId }) id: number,
    @Query({ schema: reportQuery }) { language = accepted }: ReportQuery,
    @Res() response: Response,
  ) {
    await send(response, `errors-${id}.csv`, this.reports.problems(scope, id, 'error', language));
  }

  @Allow('data-officer')
  @Get('warnings.csv')
  @AnswersFile(
    'What is worth a look; `imported` is false of rows that wait in quarantine.',
    'text/csv',
  )
  async warnings(
    @CallerScope() scope: Scope,
    @CallerLanguage() accepted: Language,
    @Param('id', { schema: importId }) id: number,
    @Query({ schema: reportQuery }) { language = accepted }: ReportQuery,
    @Res() response: Response,
  ) {
    const pages = this.reports.problems(scope, id, 'warning', language);
    await send(response, `warnings-${id}.csv`, pages);
  }

  @Allow('data-officer')
  @Get('rejected')
  @AnswersFile('The refused rows in the columns of the file, with their causes.', 'text/csv')
  async rejected(
    @CallerScope() scope: Scope,
    @CallerLanguage() accepted: Language,
    @Param('id', { schema: importId }) id: number,
    @Query({ schema: reportQuery }) { language = accepted }: ReportQuery,
    @Res() response: Response,
  ) {
    await send(response, `rejected-${id}.csv`, this.reports.rejected(scope, id, language));
  }

  @Allow('data-officer')
  @Get('events')
  @AnswersFile(
    'Server-sent events: the import whenever it changes, until it is finished.',
    'text/event-stream',
  )
  async progress(
    @CallerScope() scope: Scope,
    @CallerLanguage() language: Language,
    @Param('id', { schema: importId }) id: number,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    await this.events.stream(scope, id, language, request, response);
  }
}

async function send(response: Response, name: string, text: Promise<AsyncIterable<string>>) {
  const pieces = await text;
  response.type(CSV_TYPE).attachment(name);
  await sendPieces(response, pieces);
}
