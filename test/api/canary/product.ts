import { rmSync } from 'node:fs';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Observable } from 'rxjs';
import { createApplication } from '../../../api/dist/application.js';
import { asProduct, enterScope } from '../../../api/dist/platform/access/current-scope.js';
import type { Scope } from '../../../api/dist/platform/access/scope.js';
import { readConfig } from '../../../api/dist/platform/config.js';
import { temporaryDataFolder } from '../../../api/dist/platform/database/embedded-binaries.js';
import { migrate } from '../../../api/dist/platform/database/migrate.js';
import { type ReachableServer, token } from '../../support/server.js';

/** Which of the two guards are on. */
export type Guards = 'both' | 'rows-only' | 'predicates-only' | 'none';

/** A caller's scope without its bounds: everywhere, nobody hidden, everyone's imports. */
const unbounded = (scope: Scope): Scope => ({
  ...scope,
  roles: new Set([...scope.roles, 'approver']),
  units: undefined,
  unitCode: undefined,
  kinds: undefined,
  hidden: [],
});

/**
 * Takes guards away, between the door (which knows who asks) and the routes. What a route is handed is
 * what every predicate is made of; the scope of the work is what row security is told. The product has
 * no such switch: this is a part of the test, in its own process.
 */
class GuardSwitch implements NestInterceptor {
  guards: Guards = 'both';

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<{ scope: Scope }>();
    const wide = unbounded(request.scope);
    if (this.guards === 'predicates-only' || this.guards === 'none') enterScope(wide);
    if (this.guards === 'rows-only' || this.guards === 'none') request.scope = wide;
    return next.handle();
  }
}

/** The product in this process, on a database of its own. */
export interface SwitchableProduct extends ReachableServer {
  /** Its date today. */
  readonly today: string;
  /** Lets all requests from now on pass these guards only. */
  useGuards(guards: Guards): void;
  stop(): Promise<void>;
}

/** A time zone in which it is about noon, so that no day ends while a test runs. */
function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  // These names count westwards.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** Starts the product on an empty database. */
export async function startSwitchable(databaseUrl: string): Promise<SwitchableProduct> {
  const dataFolder = temporaryDataFolder();
  const timeZone = zoneAtNoon();
  const config = readConfig({
    PROBITY_DATA_DIR: dataFolder,
    PROBITY_DEMO: 'off',
    PROBITY_BOOTSTRAP_TOKEN: token,
    PROBITY_TIME_ZONE: timeZone,
  });
  await migrate(databaseUrl);
  const app: NestExpressApplication = await createApplication(config, databaseUrl);
  const guardSwitch = new GuardSwitch();
  app.useGlobalInterceptors(guardSwitch);
  await asProduct(() => app.init());
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const request = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${token}`);
    return fetch(url + path, { ...init, headers });
  };
  return {
    url,
    today: new Date().toLocaleDateString('sv', { timeZone }),
    fetch: request,
    async json<T>(path: string, init?: RequestInit) {
      const response = await request(path, init);
      const text = await response.text();
      if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
      return JSON.parse(text) as T;
    },
    useGuards(guards) {
      guardSwitch.guards = guards;
    },
    async stop() {
      await asProduct(() => app.close());
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
