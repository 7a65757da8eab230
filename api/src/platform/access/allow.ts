import { SetMetadata } from '@nestjs/common';
import type { Role } from './scope.js';

const ALLOWED = 'probity:allowed';

/** Who may call a route: any of some roles, whoever is signed in, or anyone at all. */
export type Allowed = readonly Role[] | 'signed-in' | 'anyone';

/** Says which roles may call a route. Every route says so, or the product doesn't start. */
export const Allow = (...roles: readonly [Role, ...Role[]]) => SetMetadata(ALLOWED, roles);

/** For routes that show the caller nothing but what concerns every account. */
Allow.signedIn = () => SetMetadata(ALLOWED, 'signed-in' satisfies Allowed);

/** For routes that find out by themselves who asks, and for those that show nothing about anybody. */
Allow.anyone = () => SetMetadata(ALLOWED, 'anyone' satisfies Allowed);

/** What a handler declares; undefined where it forgot to. */
export const allowedAt = (handler: object): Allowed | undefined =>
  Reflect.getMetadata(ALLOWED, handler) as Allowed | undefined;
