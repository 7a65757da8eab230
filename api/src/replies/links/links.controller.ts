import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { Answers } from '../../platform/http/openapi.js';
import { type PersonPath, personPath } from '../statements/replies.dto.js';
import { issuedLink, linkList, linkPath } from './links.dto.js';
import { LinksService } from './links.service.js';

/** Links for the eyes of one person: given out, looked after and taken back by inspectors. */
@Controller('cadres/:staffNo/links')
export class LinksController {
  constructor(private readonly links: LinksService) {}

  @Get()
  @Allow('inspector')
  @Answers(linkList, 'The links of a person: by whom, until when, how often opened.')
  list(@CallerScope() scope: Scope, @Param({ schema: personPath }) { staffNo }: PersonPath) {
    return this.links.list(scope, staffNo);
  }

  @Post()
  @Allow('inspector')
  @Answers(issuedLink, 'The link, told once; those before it open nothing any more.', 201)
  issue(@CallerScope() scope: Scope, @Param({ schema: personPath }) { staffNo }: PersonPath) {
    return this.links.issue(scope, staffNo);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Allow('inspector')
  @Answers(linkList, 'The links of the person, this one revoked.')
  revoke(
    @CallerScope() scope: Scope,
    @Param({ schema: linkPath }) { staffNo, id }: z.output<typeof linkPath>,
  ) {
    return this.links.revoke(scope, staffNo, id);
  }
}
