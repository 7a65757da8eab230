import { Inject, Injectable } from '@nestjs/common';
import { type Scope, systemScope } from '../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { UnitsService } from '../units/units.service.js';
import type { SessionAnswer } from './session.dto.js';

/** Who the caller is to the product. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The caller's name, roles and scope, with what today is here. */
  async describe(scope: Scope): Promise<SessionAnswer> {
    const [top] = scope.units ? await this.units.tree(scope) : [];
    return {
      name: scope.subject,
      roles: [...scope.roles],
      scope: { unitCode: top?.code ?? null, unitName: top?.name ?? null },
      demo: await this.#demonstrates(),
      today: dateIn(this.config.timeZone),
      timeZone: this.config.timeZone,
    };
  }

  /** Whether there is demonstration data: the one thing that the product imports by itself. */
  async #demonstrates(): Promise<boolean> {
    const { demo } = await this.database.one<{ demo: boolean }>(
      `SELECT EXISTS (SELECT FROM imports WHERE subject = $1 AND status = 'committed') AS demo`,
      [systemScope.subject],
    );
    return demo;
  }
}
