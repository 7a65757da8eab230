import { Inject, Injectable } from '@nestjs/common';
import { AsProduct, asProduct } from '../platform/access/current-scope.js';
import { entryIn, type LogRow, logColumns } from '../platform/audit/chain/log-row.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { MOST_ROWS, USUAL_ROWS } from '../platform/http/parameters.js';
import type { LogAnswer, LogEntry, LogQuery, LookersAnswer, PersonQuery } from './audit.dto.js';
import { accountBehind, conditionOf, outcomeColumn } from './log-filter.js';

type Found = LogRow & Pick<LogEntry, 'outcome' | 'account' | 'hash'>;

/** Reads the audit log, newest first. */
@Injectable()
export class AuditLogService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One page of what a filter finds. */
  async list(query: LogQuery): Promise<LogAnswer> {
    const limit = query.limit ?? USUAL_ROWS;
    const rows = await this.#read(query, limit + 1);
    const page = rows.slice(0, limit);
    return { rows: page, next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null };
  }

  /** Everything that a filter finds, or the first `limit` of it, page by page. */
  async *pages(query: LogQuery): AsyncGenerator<LogEntry[]> {
    let left = query.limit ?? Number.POSITIVE_INFINITY;
    let before = query.before;
    while (left > 0) {
      const asked = Math.min(left, MOST_ROWS);
      const rows = await this.#read({ ...query, ...(before && { before }) }, asked);
      yield rows;
      if (rows.length < asked) return;
      left -= rows.length;
      before = rows.at(-1)?.seq;
    }
  }

  async #read(query: LogQuery, limit: number): Promise<LogEntry[]> {
    const { sql, values } = conditionOf(query, this.config.timeZone);
    const rows = await asProduct(() =>
      this.database.query<Found & Record<string, unknown>>(
        `SELECT ${logColumns}, encode(hash, 'hex') AS hash, ${outcomeColumn},
           ${accountBehind('audit_log.subject')} AS account
         FROM audit_log WHERE ${sql} ORDER BY seq DESC LIMIT ${limit}`,
        [...values],
      ),
    );
    return rows.map(({ hash, outcome, account, ...row }) => {
      const entry = entryIn(row);
      return {
        seq: row.seq,
        ...entry,
        roles: [...entry.roles],
        people: [...entry.people],
        outcome,
        account,
        hash,
      };
    });
  }

  /** Who looked at a person, and who tried to: per subject, the busiest first. */
  @AsProduct()
  async lookersAt(person: string, period: PersonQuery): Promise<LookersAnswer> {
    const about = conditionOf({ ...period, person }, this.config.timeZone);
    const lookers = await this.database.query<LookersAnswer['lookers'][number]>(
      `SELECT subject, ${accountBehind('subject')} AS account,
              count(*) FILTER (WHERE status < 400) AS looks,
              count(*) FILTER (WHERE status >= 400) AS "refusedCount",
              array_agg(DISTINCT action ORDER BY action) AS actions,
              to_char(min(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "firstAt",
              to_char(max(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "lastAt"
       FROM audit_log WHERE ${about.sql} AND phase IN ('answered', 'opened')
       GROUP BY subject ORDER BY looks DESC, subject`,
      [...about.values],
    );
    const during = conditionOf(period, this.config.timeZone);
    const { files } = await this.database.one<{ files: number }>(
      `SELECT count(*) AS files FROM audit_log WHERE ${during.sql} AND sha256 IS NOT NULL`,
      [...during.values],
    );
    return { person, lookers, exportCount: files };
  }
}
