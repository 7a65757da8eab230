import { Body, Controller, Get, Header, Param, Post, Res } from '@nestjs/common';
import { policyJsonSchema } from '@probity/analytics';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { Answers } from '../platform/http/openapi.js';
import { policyProposal } from '../second-person/decisions.service.js';
import {
  type NewPolicy,
  newPolicy,
  policyAnswer,
  policyList,
  policyPath,
  policySchemaAnswer,
} from './policies.dto.js';
import { PoliciesService } from './policies.service.js';
import { PolicyDrafts } from './policy-drafts.service.js';

@Controller('policies')
export class PoliciesController {
  constructor(
    private readonly policies: PoliciesService,
    private readonly drafts: PolicyDrafts,
  ) {}

  @Allow.signedIn()
  @Get()
  @Answers(policyList, 'All versions of the policy, the latest first.')
  async list() {
    const rows = await this.policies.list();
    return { total: rows.length, rows };
  }

  @Allow.signedIn()
  @Get('schema')
  @Header('Cache-Control', 'max-age=300')
  @Answers(policySchemaAnswer, 'JSON Schema of a policy, with the name and unit of every number.')
  schema() {
    return policyJsonSchema();
  }

  @Allow.signedIn()
  @Get(':version')
  @Answers(policyAnswer, 'One version with its document and what it changed.')
  show(@Param({ schema: policyPath }) { version }: z.output<typeof policyPath>) {
    return this.policies.show(version);
  }

  @Allow('administrator')
  @Post()
  @Answers(
    policyAnswer,
    'While the product is set up, when nobody could be second: the new version, which counts from now on.',
    201,
  )
  @Answers(
    policyProposal,
    'A draft, which waits for an approver; nothing counts by it yet. One waits at a time (else 409).',
    202,
  )
  async create(
    @Body({ schema: newPolicy }) body: NewPolicy,
    @CallerScope() scope: Scope,
    @Res({ passthrough: true }) response: Response,
  ) {
    const saved = await this.drafts.save(body, scope);
    if ('version' in saved) return saved.version;
    response.status(202);
    return saved.draft;
  }
}
