import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { Allow } from '../platform/access/allow.js';
import { CallerScope } from '../platform/access/scope.guard.js';
import type { Scope } from '../platform/access/scope.js';
import { Answers } from '../platform/http/openapi.js';
import {
  type SavedViewPath,
  savedPagePath,
  savedView,
  savedViewBody,
  savedViewPath,
  savedViews,
} from './saved-views.dto.js';
import { SavedViewsService } from './saved-views.service.js';

/** Views that callers keep for themselves: an address under a name. */
@Controller('saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Allow('inspector', 'leader')
  @Get(':page')
  @Answers(savedViews, "The caller's saved views of a page, by name.")
  async list(
    @CallerScope() scope: Scope,
    @Param({ schema: savedPagePath }) { page }: z.output<typeof savedPagePath>,
  ) {
    const rows = await this.views.list(scope, page);
    return { total: rows.length, rows };
  }

  @Allow('inspector', 'leader')
  @Put(':page/:name')
  @Answers(savedView, 'The view as it was saved, in place of one of that name.')
  put(
    @CallerScope() scope: Scope,
    @Param({ schema: savedViewPath }) path: SavedViewPath,
    @Body({ schema: savedViewBody }) { query }: z.output<typeof savedViewBody>,
  ) {
    return this.views.put(scope, path, query);
  }

  @Allow('inspector', 'leader')
  @Delete(':page/:name')
  @HttpCode(204)
  remove(@CallerScope() scope: Scope, @Param({ schema: savedViewPath }) path: SavedViewPath) {
    return this.views.remove(scope, path);
  }
}
