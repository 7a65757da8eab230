import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { AsProduct } from '../platform/access/current-scope.js';
import { CONFIG, type Config } from '../platform/config.js';
import { EVIDENCE_COMMITTED, tick } from '../platform/database/commit-clock.js';
import { ProductDatabase } from '../platform/database/product-database.js';
import { conflict } from '../platform/errors/problem.js';
import { rfc3339 } from '../platform/instants.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import { RunsService } from '../scoring/runs.service.js';
import { pastKeeping } from './past-keeping.sql.js';
import { type KeptFor, keptFor } from './removable.js';
import { removeGoing } from './remove.js';
import type { Removal, RemovalQuery, RetentionPreview, RunAnswer } from './retention.dto.js';

const RETENTION_NIGHT = 'retention-night';

const COLUMNS = `id, cause, kind, record_count AS "recordCount", row_count AS "rowCount",
  people_count AS "peopleCount", from_on AS "fromOn", to_on AS "toOn",
  policy_version AS "policyVersion", clause, proposal_id AS "proposalId",
  ${rfc3339('removed_at')} AS "removedAt", removed_by AS "removedBy", digest`;

const WARNING =
  'What is removed goes for good, with all of its versions: no import and no replay brings it back, and backups have it only until they are removed themselves.';

/** Removes records that are past the time for which the policy keeps them. */
@Injectable()
export class RetentionService implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: ProductDatabase,
    private readonly policies: PoliciesService,
    private readonly runs: RunsService,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register({
      queue: RETENTION_NIGHT,
      handle: async () => {
        await this.run('system');
      },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.schedule(RETENTION_NIGHT, '30 3 * * *', {}, { tz: this.config.timeZone });
  }

  /** What would be removed now, by kind. */
  @AsProduct()
  async preview(): Promise<RetentionPreview> {
    const { version, policy } = await this.policies.load();
    const asOf = this.runs.today();
    const run = await this.runs.ensureRun(asOf);
    const kinds: RetentionPreview['kinds'] = [];
    for (const kept of keptFor(policy.retention)) {
      const before = yearsBefore(asOf, kept.years);
      const counts = await this.database.one<{
        recordCount: number;
        rowCount: number;
        peopleCount: number;
        neededCount: number;
      }>(
        `SELECT count(*) FILTER (WHERE NOT needed) AS "recordCount",
           coalesce(sum(row_count) FILTER (WHERE NOT needed), 0)::bigint AS "rowCount",
           count(DISTINCT cadre_id) FILTER (WHERE NOT needed) AS "peopleCount",
           count(*) FILTER (WHERE needed) AS "neededCount"
         FROM (${pastKeeping(kept)}) past`,
        [before, run.runId],
      );
      const { kind, years: keepYears, clause } = kept;
      kinds.push({ kind, keepYears, clause, before, ...counts });
    }
    return { policyVersion: version, asOf, warning: WARNING, kinds };
  }

  /**
   * Removes what is past its time, with all versions, and writes down that it did. 409 where scores,
   * which say what is still needed, aren't up to date.
   */
  @AsProduct()
  async run(by: string): Promise<RunAnswer> {
    const { version, policy } = await this.policies.load();
    const kinds = keptFor(policy.retention);
    if (kinds.length === 0) return { rowCount: 0, removals: [] };
    const asOf = this.runs.today();
    const run = await this.runs.ensureRun(asOf);
    const at = await this.database.transaction(async (client) => {
      await demandCurrent(client, run.runId);
      const instant = await tick(client);
      const gone: string[] = [];
      for (const kept of kinds) {
        const rowCount = await removeKind(client, kept, {
          ...{ before: yearsBefore(asOf, kept.years), runId: run.runId, at: instant, by, version },
        });
        if (rowCount > 0) gone.push(kept.kind);
      }
      const event = { at: instant, importId: 0, kinds: gone, cadreIds: 'all' };
      if (gone.length > 0) await this.jobs.send(EVIDENCE_COMMITTED, event, {}, client);
      return instant;
    });
    const removals = await this.database.query<Removal>(
      `SELECT ${COLUMNS} FROM removals WHERE removed_at = $1 ORDER BY id`,
      [at],
    );
    return { rowCount: removals.reduce((sum, { rowCount }) => sum + rowCount, 0), removals };
  }

  /** What was removed so far, the latest first. */
  async removals({ offset, limit }: RemovalQuery & { limit: number }) {
    const { total } = await this.database.one<{ total: number }>(
      'SELECT count(*) AS total FROM removals',
    );
    const rows = await this.database.query<Removal>(
      `SELECT ${COLUMNS} FROM removals ORDER BY id DESC OFFSET $1 LIMIT $2`,
      [offset, limit],
    );
    return { total, rows };
  }
}

/** Refuses where records were committed after a run: it doesn't tell what they need. Takes the commit lock. */
async function demandCurrent(client: PoolClient, runId: number): Promise<void> {
  const { rows } = await client.query<{ current: boolean }>(
    `SELECT r.known_at = c.at AS current FROM commit_clock c, scoring_runs r
     WHERE r.id = $1 FOR UPDATE OF c`,
    [runId],
  );
  if (rows[0]?.current) return;
  throw conflict(
    'Records came in just now, and scores, which say what is still needed, follow. Try again in a moment.',
    'scores-follow',
  );
}

async function removeKind(
  client: PoolClient,
  kept: KeptFor,
  order: { before: string; runId: number; at: string; by: string; version: number },
): Promise<number> {
  const { before, runId, at, by, version } = order;
  await client.query('DROP TABLE IF EXISTS going');
  await client.query(
    `CREATE TEMP TABLE going ON COMMIT DROP AS
     SELECT ${kept.identity.join(', ')}, cadre_id, from_on, to_on, recorded_from
     FROM (${pastKeeping(kept)}) past WHERE NOT needed`,
    [before, runId],
  );
  return removeGoing(client, kept, {
    ...{ cause: 'retention', at, by, policyVersion: version, clause: kept.clause },
  });
}

/** The day so many years before another (`YYYY-MM-DD`); 29 February becomes 28 where there is none. */
export function yearsBefore(day: string, years: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const before = `${String(Number(year) - years).padStart(4, '0')}-${month}-`;
  const leap = month === '02' && date === '29';
  const isLeap = new Date(`${before}29T00:00:00Z`).getUTCMonth() === 1;
  return `${before}${leap && !isLeap ? '28' : date}`;
}
