import type { Request } from 'express';
import type { Scope } from './scope.js';

/** Knows who is behind a request. */
export abstract class Callers {
  /** The caller's scope; undefined where nobody says who they are. Throws a 401 problem for bad credentials. */
  abstract scopeOf(request: Request): Promise<Scope | undefined>;

  /** What a subject (as the audit log names it) may do today, for work that is done later; undefined: nothing any more. */
  abstract scopeOfSubject(subject: string): Promise<Scope | undefined>;
}
