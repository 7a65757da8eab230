import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { Answers } from '../platform/http/openapi.js';
import {
  type FirstImportDecision,
  firstImport,
  firstImportDecision,
  firstImportList,
  firstImportOfImport,
  kindPath,
} from './first-imports.dto.js';
import { FirstImportsService } from './first-imports.service.js';

const importPath = z.strictObject({
  id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});

/** From when obligations count once a kind of record has come in for the first time. Nothing changes by itself. */
@Controller()
export class FirstImportsController {
  constructor(private readonly firstImports: FirstImportsService) {}

  @Allow('data-officer')
  @Get('imports/:id/first-import')
  @Answers(firstImportOfImport, 'What is proposed after the first file of a kind; else null.')
  async ofImport(
    @CallerScope() scope: Scope,
    @Param({ schema: importPath }) { id }: z.output<typeof importPath>,
  ) {
    return { proposal: (await this.firstImports.ofImport(scope, id)) ?? null };
  }

  @Allow('administrator')
  @Get('first-imports')
  @Answers(firstImportList, 'Proposals that nobody has decided on.')
  async open() {
    const rows = await this.firstImports.open();
    return { total: rows.length, rows };
  }

  @Allow('administrator')
  @Post('first-imports/:kind/decision')
  @HttpCode(200)
  @Answers(
    firstImport,
    'Declined: nothing changed. While the product is set up also accepted: a new version of the policy.',
  )
  @Answers(firstImport, 'Accepted, as a draft of the policy that waits for a second person.', 202)
  async decide(
    @CallerScope() scope: Scope,
    @Param({ schema: kindPath }) { kind }: z.output<typeof kindPath>,
    @Body({ schema: firstImportDecision }) body: FirstImportDecision,
    @Res({ passthrough: true }) response: Response,
  ) {
    const decided = await this.firstImports.decide(scope, kind, body);
    if (decided.state === 'waiting') response.status(202);
    return decided;
  }
}
