import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { asProduct } from '../../platform/access/current-scope.js';
import { systemScope } from '../../platform/access/scope.js';
import { AuditWriter } from '../../platform/audit/audit-writer.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Bootstrap } from '../callers/bootstrap.service.js';
import { foldedName } from '../sign-in/account-name.js';
import { LinksService } from './links.service.js';

/** The links that a start prints: to set the product up, and for an account that cannot get in any more. */
@Injectable()
export class StartLinks {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly bootstrap: Bootstrap,
    private readonly links: LinksService,
    private readonly audit: AuditWriter,
  ) {}

  /** What to say on the terminal about signing in; `origin` is where the server listens. */
  lines(origin: string): Promise<string[]> {
    return asProduct(async () => {
      const lines = [await this.#usual(origin)];
      const name = this.config.recoverAccount;
      if (name !== undefined) lines.push(await this.#recovery(foldedName(name), origin));
      return lines;
    });
  }

  async #usual(origin: string): Promise<string> {
    if (await this.bootstrap.isOver()) {
      return `Sign in: ${this.config.publicOrigin ?? origin}/sign-in`;
    }
    this.bootstrap.provide();
    await this.#note('Links_setup', {});
    const token = await this.links.makeForSetup(systemScope.subject);
    return `Sign in: ${this.links.urlOf(token, origin)}`;
  }

  async #recovery(name: string, origin: string): Promise<string> {
    await this.#note('Links_recover', { name });
    const token = await this.links.makeForRecovery(name, systemScope.subject);
    if (!token) return `PROBITY_RECOVER_ACCOUNT: there is no enabled account called ${name}.`;
    return `Sign in as ${name}: ${this.links.urlOf(token, origin)}`;
  }

  /** Nobody asks over HTTP here, and it belongs into the log all the same. */
  async #note(action: string, query: Readonly<Record<string, string>>): Promise<void> {
    await this.audit.append({
      at: new Date().toISOString(),
      subject: systemScope.subject,
      roles: [],
      action,
      phase: 'asked',
      method: '',
      route: '',
      parameters: { path: {}, query },
      people: [],
      status: null,
      denied: null,
      address: '',
      requestId: randomUUID(),
      rowCount: null,
      byteCount: null,
      sha256: null,
    });
  }
}
