import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
} from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../errors/problem.js';
import { allowedAt } from './allow.js';
import { Callers } from './callers.js';
import { enterScope } from './current-scope.js';
import type { Scope } from './scope.js';

interface ScopedRequest extends Request {
  scope?: Scope;
}

/** The one door: finds out who asks, and refuses whoever may not. */
@Injectable()
export class ScopeGuard implements CanActivate {
  constructor(private readonly callers: Callers) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ScopedRequest>();
    const allowed = allowedAt(context.getHandler());
    if (allowed === 'anyone') {
      request.scope = nobody;
      enterScope(nobody);
      return true;
    }
    const scope = await this.callers.scopeOf(request);
    if (!scope) {
      throw new Problem(401, {
        code: 'not-signed-in',
        detail: 'Sign in first, or send a token (Authorization: Bearer ...).',
      });
    }
    request.scope = scope;
    enterScope(scope);
    if (allowed !== 'signed-in' && !allowed?.some((role) => scope.roles.has(role))) {
      throw new Problem(403, {
        code: 'not-permitted',
        detail: `This is for the role ${(allowed ?? []).join(' or ')}.`,
      });
    }
    return true;
  }
}

/** Who asks a route that anyone may ask. */
const nobody: Scope = {
  subject: 'anonymous',
  roles: new Set(),
  units: { enter: 0, leave: -1 },
  hidden: [],
  mayApprove: false,
  system: false,
};

/** The caller's scope, as a parameter of a controller's method. */
export const CallerScope = createParamDecorator((_: unknown, context: ExecutionContext): Scope => {
  const { scope } = context.switchToHttp().getRequest<ScopedRequest>();
  if (!scope) throw new Error('a route was reached without passing the scope guard');
  return scope;
});
