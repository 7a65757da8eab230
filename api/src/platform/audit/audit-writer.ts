import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Counter } from 'prom-client';
import { asProduct } from '../access/current-scope.js';
import { Database } from '../database/database.js';
import { metrics } from '../http/metrics.controller.js';
import { type AuditEntry, canonicalBytes } from './audit-entry.js';

const MOST_IN_GROUP = 500;
const CONNECT_MS = 5_000;
/** A log that does not take an entry within this time counts as one that cannot be written. */
const APPEND_MS = 10_000;

const entryCounter = new Counter({
  name: 'probity_audit_entries_total',
  help: 'Entries appended to the audit log.',
  registers: [metrics],
});
const groupCounter = new Counter({
  name: 'probity_audit_groups_total',
  help: 'Commits in which audit entries were appended; entries of concurrent requests share one.',
  registers: [metrics],
});
const failureCounter = new Counter({
  name: 'probity_audit_failures_total',
  help: 'Commits of audit entries that failed; nothing was served for any of their requests.',
  registers: [metrics],
});

const isLostConnection = (error: unknown) =>
  error instanceof Error && /terminat|ECONNRESET|EPIPE/.test(error.message);

interface Waiting {
  readonly bytes: Buffer;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The audit log could not be written. */
export class AuditLogUnavailable extends Error {}

/**
 * The process's one writer of the audit log. Entries that come while a group is being committed
 * form the next group, so a busy server commits a few groups a second, not one entry a request.
 */
@Injectable()
export class AuditWriter implements OnApplicationShutdown {
  readonly #logger = new Logger('AuditWriter');
  readonly #waiting: Waiting[] = [];
  #pool: Promise<pg.Pool> | undefined;
  #busy = false;

  constructor(private readonly database: Database) {}

  /** Returns once the entry is committed. Throws an AuditLogUnavailable where it was not. */
  append(entry: AuditEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes: canonicalBytes(entry), resolve, reject });
      if (!this.#busy) void this.#commitGroups();
    });
  }

  async #commitGroups(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, MOST_IN_GROUP);
      try {
        const entries = group.map(({ bytes }) => bytes);
        await this.#append(entries).catch((error: unknown) => {
          if (!isLostConnection(error)) throw error;
          // The server was started anew, say. Entries that it did keep then stand there twice.
          return this.#append(entries);
        });
        entryCounter.inc(group.length);
        groupCounter.inc();
        for (const { resolve } of group) resolve();
      } catch (error) {
        failureCounter.inc();
        this.#logger.error({ err: error }, 'the audit log cannot be written; nothing is served');
        for (const { reject } of group) {
          reject(new AuditLogUnavailable('the audit log cannot be written', { cause: error }));
        }
      }
    }
    this.#busy = false;
  }

  async #append(entries: readonly Buffer[]): Promise<void> {
    await (await this.#connection()).query('SELECT audit_append($1)', [entries]);
  }

  /** A connection of its own, so that requests which hold all the others cannot keep it waiting. */
  async #connection(): Promise<pg.Pool> {
    this.#pool ??= this.#open().catch((error: unknown) => {
      this.#pool = undefined;
      throw error;
    });
    return this.#pool;
  }

  async #open(): Promise<pg.Pool> {
    // Absent where the product's user may not make roles on someone else's server.
    const [role] = await asProduct(() =>
      this.database.query(
        `SELECT 1 FROM pg_roles
       WHERE rolname = 'probity_audit_appender' AND pg_has_role(current_user, oid, 'MEMBER')`,
      ),
    );
    const { connectionString, options } = this.database.reach.worker;
    const pool = new pg.Pool({
      connectionString,
      application_name: 'probity-audit',
      max: 1,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: APPEND_MS,
      query_timeout: 2 * APPEND_MS,
      // Even where the product's own user could do anything, appending is all that this one may do.
      options: role ? `${options} -c role=probity_audit_appender` : options,
    });
    // A connection that breaks while idle is opened anew by the next append.
    pool.on('error', (error) => this.#logger.warn(error));
    return pool;
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.#pool)?.end();
  }
}
