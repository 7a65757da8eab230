import { Inject, Injectable } from '@nestjs/common';
import { dayOf, gate, type Policy } from '@probity/analytics';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { rfc3339 } from '../../platform/instants.js';
import { asCase, type CaseFile } from '../cases/case-file.js';
import { CaseFilesService } from '../cases/case-files.service.js';
import { gateTables } from '../cases/case-query.sql.js';

/** When the gate was clear, with the knowledge of then. */
export interface ClearMoment {
  readonly asOf: string;
  readonly knownAt: string;
}

/** How far back is looked, in commits that concern the candidate: each is a gate of its own. */
const MOST_COMMITS = 40;

/**
 * The instants at which something became known of somebody (`$1`), since the case opened
 * (`$3`), the latest first, each with its day in the time zone `$2`.
 */
const momentsQuery = `
  SELECT ${rfc3339('at')} AS "knownAt", ((at AT TIME ZONE $2::text)::date)::text AS "asOf"
  FROM (
    ${gateTables.map((table) => `SELECT recorded_at AS at FROM ${table} WHERE cadre_id = $1`).join(' UNION ')}
  ) moments
  WHERE at >= $3::date AT TIME ZONE $2::text
  ORDER BY at DESC LIMIT ${MOST_COMMITS}`;

/** Looks back for the last moment at which a case's gate was clear. */
@Injectable()
export class LastClearService {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFilesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The last commit after which the gate was clear on its day; null where it never was. */
  async of(scope: Scope, file: CaseFile, policy: Policy): Promise<ClearMoment | null> {
    const moments = await this.database.query<ClearMoment>(momentsQuery, [
      ...[file.cadreId, this.config.timeZone, file.openedOn],
    ]);
    for (const { asOf, knownAt } of moments) {
      const [then] = await this.files.load({ scope, caseNos: [file.caseNo], knownAt });
      if (!then) continue;
      const { result } = gate(asCase(then), then.facts, dayOf(asOf), policy);
      if (result === 'clear') return { asOf, knownAt };
    }
    return null;
  }
}
