import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { policyJsonSchema } from '@probity/analytics';
import { z } from 'zod';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { Answers } from '../platform/http/openapi.js';
import {
  type NewPolicy,
  newPolicy,
  policyAnswer,
  policyList,
  policyPath,
  policySchemaAnswer,
} from './policies.dto.js';
import { PoliciesService } from './policies.service.js';

@Controller('policies')
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

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
  @Answers(policyAnswer, 'The new version, which counts from now on.', 201)
  create(@Body({ schema: newPolicy }) body: NewPolicy, @CallerScope() scope: Scope) {
    return this.policies.create(body, scope);
  }
}
