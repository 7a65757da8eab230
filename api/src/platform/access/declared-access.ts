import { type INestApplication, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Allowed, allowedAt } from './allow.js';

/** A route with who may call it; `path` begins with a slash, without the global prefix. */
export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly allowed: Allowed;
}

const joined = (...parts: readonly string[]) =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

/** Every route of the product, in order of path and method. Throws where one doesn't say who may call it. */
export function declaredRoutes(app: INestApplication): readonly DeclaredRoute[] {
  const routes: DeclaredRoute[] = [];
  const undeclared: string[] = [];
  const scanner = new MetadataScanner();
  for (const { instance, metatype } of app.get(DiscoveryService).getControllers()) {
    const base = String(Reflect.getMetadata('path', metatype ?? {}) ?? '');
    const prototype = Object.getPrototypeOf(instance ?? {}) as Record<string, object>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name];
      const path: unknown = handler && Reflect.getMetadata('path', handler);
      if (!handler || path === undefined) continue;
      const method = RequestMethod[Number(Reflect.getMetadata('method', handler))] ?? 'ALL';
      const operation = `${metatype?.name}.${name}`;
      const allowed = allowedAt(handler);
      if (!allowed) undeclared.push(`${method} ${joined(base, String(path))} (${operation})`);
      else routes.push({ method, path: joined(base, String(path)), operation, allowed });
    }
  }
  if (undeclared.length > 0) {
    throw new Error(`these routes don't say who may call them (@Allow):\n${undeclared.join('\n')}`);
  }
  const key = (route: DeclaredRoute) => `${route.path} ${route.method}`;
  return routes.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
