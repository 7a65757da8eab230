import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { Answers } from '../platform/http/openapi.js';
import { type PreviewWish, previewAnswer, previewWish } from './policy-preview.dto.js';
import { PolicyPreviewService } from './policy-preview.service.js';

/** What a policy would change. */
@Controller('policy-previews')
export class PolicyPreviewController {
  constructor(private readonly previews: PolicyPreviewService) {}

  @Allow('administrator', 'approver')
  @Post()
  @HttpCode(200)
  @Answers(previewAnswer, 'What a new version would change today. Nothing is kept.')
  preview(@CallerScope() scope: Scope, @Body({ schema: previewWish }) wish: PreviewWish) {
    return this.previews.preview(scope, wish);
  }
}
