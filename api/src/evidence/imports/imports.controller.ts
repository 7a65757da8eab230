import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Language } from '@probity/analytics';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { CallerLanguage } from '../../platform/http/language.js';
import { Answers } from '../../platform/http/openapi.js';
import { USUAL_ROWS } from '../../platform/http/parameters.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import { type ImportQuery, importId, importList, importQuery, previewQuery } from './import.dto.js';
import { importAnswer } from './import.js';
import { systemFor } from './import-access.js';
import { ImportsService } from './imports.service.js';
import { PreviewService, preview } from './preview.service.js';

const fileBody = { schema: { type: 'string', format: 'binary' } } as const;
const fileTypes = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/x-ndjson',
  'application/vnd.apache.arrow.stream',
];

/** Files of records on their way in. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly previews: PreviewService,
  ) {}

  @Allow('data-officer')
  @Post(':kind')
  @HttpCode(202)
  @ApiConsumes(...fileTypes)
  @ApiBody(fileBody)
  @Answers(z.object({ id: z.int() }), 'The file was received and will be imported.', 202)
  async receive(
    @CallerScope() scope: Scope,
    @Param('kind') kind: string,
    @Query({ schema: importQuery }) query: ImportQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const order = {
      kind,
      system: systemFor(scope, query.system),
      mode: query.mode ?? ('' as const),
      mapping: query.mapping,
      contentType: request.headers['content-type'],
      contentLength: declaredLength(request),
      idempotencyKey: idempotencyKeyOf(request.headers['idempotency-key']),
    };
    const { id } = await drained(request, this.imports.receive(scope, order, request));
    response.location(`/api/imports/${id}`);
    return { id };
  }

  @Allow('data-officer')
  @Post(':kind/preview')
  @HttpCode(200)
  @ApiConsumes(...fileTypes)
  @ApiBody(fileBody)
  @Answers(preview, 'How the file would be read. Nothing of it is kept.')
  preview(
    @CallerScope() scope: Scope,
    @Param('kind') kind: string,
    @Query({ schema: previewQuery }) query: z.infer<typeof previewQuery>,
    @Req() request: Request,
  ) {
    const { mapping, partial } = query;
    const contentType = request.headers['content-type'];
    const file = { kind, mapping, partial, contentType, contentLength: declaredLength(request) };
    return drained(request, this.previews.preview(scope, file, request));
  }

  @Allow('data-officer')
  @Get()
  @Answers(z.object({ total: z.int(), rows: z.array(importAnswer) }), 'Imports, the latest first.')
  list(
    @CallerScope() scope: Scope,
    @CallerLanguage() language: Language,
    @Query({ schema: importList }) query: z.infer<typeof importList>,
  ) {
    return this.imports.list(scope, { ...query, limit: query.limit ?? USUAL_ROWS }, language);
  }

  @Allow('data-officer')
  @Get(':id')
  @Answers(importAnswer, 'What became of an import. Its counts are frozen once it is committed.')
  find(
    @CallerScope() scope: Scope,
    @CallerLanguage() language: Language,
    @Param('id', { schema: importId }) id: number,
  ) {
    return this.imports.find(scope, id, language);
  }
}

/** How long a sender may go on with a body that was refused before the connection is cut. */
const DRAIN_MS = 20_000;

/** Reads on, into nothing, when `work` fails: most senders read the answer only after they have sent all. */
async function drained<T>(request: Request, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    request.resume();
    const cut = setTimeout(() => request.destroy(), DRAIN_MS).unref();
    request.once('close', () => clearTimeout(cut));
    throw error;
  }
}

function declaredLength(request: Request): number | undefined {
  const length = Number(request.headers['content-length']);
  return Number.isSafeInteger(length) ? length : undefined;
}
