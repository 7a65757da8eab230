import { createHash, timingSafeEqual } from 'node:crypto';
import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
} from '@nestjs/common';
import type { Request } from 'express';
import { CONFIG, type Config } from '../config.js';
import { Problem } from '../errors/problem.js';
import { demandSameSite } from './same-site.js';
import { type Scope, wholeScope } from './scope.js';

interface ScopedRequest extends Request {
  scope?: Scope;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** The one door: finds out who asks, and refuses whoever may not. */
@Injectable()
export class ScopeGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ScopedRequest>();
    request.scope = this.#scopeOf(request);
    return true;
  }

  #scopeOf({ method, headers }: Request): Scope {
    const { authorization } = headers;
    if (authorization === undefined) {
      // Whoever can reach a loopback address sits at this machine, or is a page in a browser there.
      if (this.config.loopbackOnly) {
        demandSameSite(method, headers);
        return wholeScope('local');
      }
      throw new Problem(401, {
        code: 'not-signed-in',
        detail: 'This server answers other machines only with a token (Authorization: Bearer ...).',
      });
    }
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    const expected = this.config.bootstrapToken;
    if (token && expected && timingSafeEqual(digest(token), digest(expected))) {
      return wholeScope('bootstrap');
    }
    throw new Problem(401, { code: 'bad-token', detail: 'This token is not known here.' });
  }
}

/** The caller's scope, as a parameter of a controller's method. */
export const CallerScope = createParamDecorator((_: unknown, context: ExecutionContext): Scope => {
  const { scope } = context.switchToHttp().getRequest<ScopedRequest>();
  if (!scope) throw new Error('a route was reached without passing the scope guard');
  return scope;
});
