import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Callers } from '../platform/access/callers.js';
import { demandSameSite } from '../platform/access/same-site.js';
import { type Scope, wholeScope } from '../platform/access/scope.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Problem } from '../platform/errors/problem.js';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Who is behind a request: the bootstrap token, or whoever sits at this machine. */
@Injectable()
export class CallersService extends Callers {
  constructor(@Inject(CONFIG) private readonly config: Config) {
    super();
  }

  async scopeOf({ method, headers }: Request): Promise<Scope | undefined> {
    const { authorization } = headers;
    if (authorization === undefined) {
      // Whoever can reach a loopback address sits at this machine, or is a page in a browser there.
      if (!this.config.loopbackOnly) return undefined;
      demandSameSite(method, headers);
      return wholeScope('local');
    }
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    const expected = this.config.bootstrapToken;
    if (token && expected && timingSafeEqual(digest(token), digest(expected))) {
      return wholeScope('bootstrap');
    }
    throw new Problem(401, { code: 'bad-token', detail: 'This token is not known here.' });
  }
}
