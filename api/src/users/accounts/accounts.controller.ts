import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { CallerScope } from '../../platform/access/scope.guard.js';
import type { Scope } from '../../platform/access/scope.js';
import { RecordsBody } from '../../platform/audit/operation.guard.js';
import { Answers } from '../../platform/http/openapi.js';
import { LinksService } from '../links/links.service.js';
import { foldedName } from '../sign-in/account-name.js';
import {
  type AccountChange,
  accountAnswer,
  accountChange,
  accountList,
  accountPath,
  accountsQuery,
  linkAnswer,
  type NewAccount,
  newAccount,
  newLink,
  newRecusal,
  recusalPath,
} from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';
import { RecusalsService } from './recusals.service.js';

type AccountPath = z.output<typeof accountPath>;

/** Accounts, for administrators alone. */
@Controller('users')
export class UsersController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly recusals: RecusalsService,
    private readonly links: LinksService,
  ) {}

  @Allow('administrator')
  @Get()
  @Answers(accountList, 'All accounts, by name.')
  async list(@Query({ schema: accountsQuery }) { name }: z.output<typeof accountsQuery>) {
    const rows = await this.accounts.list(name === undefined ? undefined : foldedName(name));
    return { total: rows.length, rows };
  }

  @Allow('administrator')
  @RecordsBody('name', 'roles', 'unitCode', 'kinds', 'staffNo', 'oidcName')
  @Post()
  @Answers(accountAnswer, 'The new account. It cannot sign in yet: give it a link.', 201)
  create(@Body({ schema: newAccount }) body: NewAccount, @CallerScope() scope: Scope) {
    return this.accounts.create(body, scope);
  }

  @Allow('administrator')
  @Get(':id')
  @Answers(accountAnswer, 'One account.')
  show(@Param({ schema: accountPath }) { id }: AccountPath) {
    return this.accounts.show(id);
  }

  @Allow('administrator')
  @RecordsBody('roles', 'unitCode', 'kinds', 'staffNo', 'oidcName')
  @Put(':id')
  @Answers(accountAnswer, 'The account as it is now.')
  change(
    @Param({ schema: accountPath }) { id }: AccountPath,
    @Body({ schema: accountChange }) body: AccountChange,
    @CallerScope() scope: Scope,
  ) {
    return this.accounts.change(id, body, scope);
  }

  @Allow('administrator')
  @Post(':id/disable')
  @HttpCode(200)
  @Answers(accountAnswer, 'The account, which can do nothing from now on.')
  disable(@Param({ schema: accountPath }) { id }: AccountPath, @CallerScope() scope: Scope) {
    return this.accounts.disable(id, scope);
  }

  @Allow('administrator')
  @Post(':id/enable')
  @HttpCode(200)
  @Answers(accountAnswer, 'The account, which can sign in again.')
  enable(@Param({ schema: accountPath }) { id }: AccountPath, @CallerScope() scope: Scope) {
    return this.accounts.enable(id, scope);
  }

  @Allow('administrator')
  @RecordsBody('withoutTotp')
  @Post(':id/links')
  @Answers(linkAnswer, 'A link by which the person sets a password and signs in, once.', 201)
  link(
    @Param({ schema: accountPath }) { id }: AccountPath,
    @Body({ schema: newLink }) body: z.output<typeof newLink>,
    @CallerScope() scope: Scope,
    @Req() request: Request,
  ) {
    return this.links.makeFor(id, body.withoutTotp, scope, request);
  }

  @Allow('administrator')
  @Post(':id/recusals')
  @Answers(accountAnswer, 'The account, which does not see that person from now on.', 201)
  async recuse(
    @Param({ schema: accountPath }) { id }: AccountPath,
    @Body({ schema: newRecusal }) body: z.output<typeof newRecusal>,
    @CallerScope() scope: Scope,
  ) {
    await this.recusals.add(id, body.staffNo, body.reason, scope);
    return this.accounts.show(id);
  }

  @Allow('administrator')
  @Delete(':id/recusals/:staffNo')
  @HttpCode(204)
  endRecusal(
    @Param({ schema: recusalPath }) { id, staffNo }: z.output<typeof recusalPath>,
    @CallerScope() scope: Scope,
  ) {
    return this.recusals.remove(id, staffNo, scope);
  }
}
