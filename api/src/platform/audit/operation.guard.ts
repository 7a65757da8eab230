import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AuditedRequest } from './audited-request.js';

const UNAUDITED = 'probity:unaudited';
const READS_LOG = 'probity:reads-log';
const RECORDS_BODY = 'probity:records-body';

/** For controllers that show nothing about anyone and are asked every few seconds. */
export const Unaudited = () => SetMetadata(UNAUDITED, true);

/** For the log's own controller: the staff numbers in its answers are those of entries, and nobody was looked at. */
export const ReadsLog = () => SetMetadata(READS_LOG, true);

/**
 * For routes that grant rights: these members of the body are recorded beside the query's parameters,
 * so that the log tells who was given what. Never for members that are secret.
 */
export const RecordsBody = (...members: readonly string[]) => SetMetadata(RECORDS_BODY, members);

/** Notes which operation a request reached, for the audit log. It comes before every other guard and refuses nobody. */
@Injectable()
export class OperationGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const controller = context.getClass();
    context.switchToHttp().getRequest<AuditedRequest>().operation = {
      name: `${controller.name.replace(/Controller$/, '')}_${context.getHandler().name}`,
      audited: !this.reflector.get<boolean | undefined>(UNAUDITED, controller),
      recorded: this.reflector.get<string[] | undefined>(RECORDS_BODY, context.getHandler()) ?? [],
      showsPeople: !this.reflector.get<boolean | undefined>(READS_LOG, controller),
    };
    return true;
  }
}
