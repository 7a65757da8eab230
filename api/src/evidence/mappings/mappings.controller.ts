import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { Answers } from '../../platform/http/openapi.js';
import { MappingsService } from './mappings.service.js';
import { type MappingProfile, mappingProfile } from './profile.js';

const mappingName = z.stringFormat('mapping-name', /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u, {
  error: '1 to 64 letters, digits, spaces and . _ -',
});
const namedMapping = z.object({ name: z.string(), profile: mappingProfile });

/** Mapping profiles: how an office's own spreadsheets become records. */
@Controller('mappings')
export class MappingsController {
  constructor(private readonly mappings: MappingsService) {}

  @Allow('data-officer')
  @Get()
  @Answers(z.object({ rows: z.array(namedMapping) }), 'All mapping profiles by name.')
  async list(@CallerScope() scope: Scope) {
    return { rows: await this.mappings.list(scope) };
  }

  @Allow('data-officer')
  @Get(':name')
  @Answers(namedMapping, 'One mapping profile.')
  find(@CallerScope() scope: Scope, @Param('name', { schema: mappingName }) name: string) {
    return this.mappings.find(scope, name);
  }

  @Allow('data-officer')
  @Put(':name')
  @Answers(namedMapping, 'The profile as it was kept.')
  put(
    @CallerScope() scope: Scope,
    @Param('name', { schema: mappingName }) name: string,
    @Body({ schema: mappingProfile }) profile: MappingProfile,
  ) {
    return this.mappings.put(scope, name, profile);
  }

  @Allow('data-officer')
  @Delete(':name')
  @HttpCode(204)
  remove(@CallerScope() scope: Scope, @Param('name', { schema: mappingName }) name: string) {
    return this.mappings.remove(scope, name);
  }
}
