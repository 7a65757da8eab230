import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import pg, { type Pool, type PoolClient, type QueryConfig, type QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { currentScope } from '../access/current-scope.js';
import type { Scope } from '../access/scope.js';
import { type Connection, type DatabaseReach, REACH } from './guard/roles.js';
import { settingsFor } from './guard/settings.js';
import { statementName } from './statement-name.js';
import { databaseTypes } from './types.js';

// PostgreSQL takes 100 by default, and several processes share them.
/** How many connections all callers' reads share. */
export const APP_CONNECTIONS = 14;
const EXPORT_CONNECTIONS = 3;

/** Anything that runs SQL: the pool, or one transaction's connection. */
export interface Queryable {
  query<T extends QueryResultRow>(
    sql: string,
    values?: unknown[],
  ): Promise<{ rows: T[]; rowCount: number | null }>;
}

/** A transaction under way. */
export interface OpenTransaction {
  readonly client: PoolClient;
  /** Keeps what was done and gives the connection back. */
  commit(): Promise<void>;
  /** Undoes what was done and gives the connection back; a connection that can't be used again is closed. */
  rollback(): Promise<void>;
}

/**
 * The one way to PostgreSQL for set-based work: parameterised SQL, on behalf of the current scope.
 * The product's own work goes through the worker's connections; a caller's reads go through those of
 * a role that row security binds, in read-only transactions that say who asks.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly #worker: Pool;
  readonly #app: Pool;
  readonly #exporter: Pool;

  constructor(
    @InjectDataSource() readonly dataSource: DataSource,
    @Inject(REACH) readonly reach: DatabaseReach,
  ) {
    this.#worker = (dataSource.driver as unknown as { master: Pool }).master;
    this.#app = poolOf({ ...reach.app, pipeline: true }, 'probity-app', APP_CONNECTIONS);
    this.#exporter = poolOf(reach.exporter, 'probity-exporter', EXPORT_CONNECTIONS);
  }

  /** Runs one statement and returns its rows. */
  async query<T extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.#statement({ text: sql, values });
  }

  /**
   * As `query`, for a statement that takes longer to plan than to carry out: each connection plans it
   * once. Its plan must be the right one whatever its values are.
   */
  async prepared<T extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.#statement({ name: statementName(sql), text: sql, values });
  }

  /**
   * As `prepared`, for a statement about one person: planned from the first time on without a look at its values, which
   * take longer to plan for than such a statement takes to carry out.
   */
  async plannedOnce<T extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.#alone(
      { name: statementName(sql), text: sql, values },
      `READ ONLY; ${PLANNED_ONCE}`,
    );
  }

  /** Runs one statement that answers with exactly one row. Throws where it answers with none. */
  async one<T extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<T> {
    const [row] = await this.query<T>(sql, values);
    if (!row) throw new Error('the statement returned no row');
    return row;
  }

  /** Runs `work` in one transaction on one connection: all of it is kept, or, where it throws, none. */
  async transaction<T>(work: (client: PoolClient) => Promise<T>, mode = ''): Promise<T> {
    const transaction = await this.begin(mode);
    try {
      const result = await work(transaction.client);
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }

  /** Runs `read` over one unchanging view of the data; its named statements as `plannedOnce` where that is said. */
  snapshot<T>(read: (client: PoolClient) => Promise<T>, { plannedOnce = false } = {}): Promise<T> {
    const mode = 'ISOLATION LEVEL REPEATABLE READ READ ONLY';
    return this.transaction(read, plannedOnce ? `${mode}; ${PLANNED_ONCE}` : mode);
  }

  /** Begins a transaction that the caller ends: for what outlasts a call, such as pages of a cursor. */
  async begin(mode = ''): Promise<OpenTransaction> {
    const scope = currentScope();
    const client = await this.#poolFor(scope).connect();
    // A connection that breaks between two statements says so as an event; the next statement tells it.
    client.on('error', ignored);
    const end = async (how: 'COMMIT' | 'ROLLBACK') => {
      let broken: Error | undefined;
      try {
        await client.query(how);
      } catch (error) {
        broken = error as Error;
        if (how === 'COMMIT') throw error;
      } finally {
        client.off('error', ignored);
        client.release(broken);
      }
    };
    let ended = false;
    const once = async (how: 'COMMIT' | 'ROLLBACK') => {
      if (ended) return;
      ended = true;
      await end(how);
    };
    try {
      await client.query(beginning(scope, mode));
    } catch (error) {
      await once('ROLLBACK');
      throw error;
    }
    return { client, commit: () => once('COMMIT'), rollback: () => once('ROLLBACK') };
  }

  async #statement<T extends QueryResultRow>(statement: QueryConfig): Promise<T[]> {
    if (currentScope().system) return (await this.#worker.query<T>(statement)).rows;
    return this.#alone(statement);
  }

  /**
   * One statement in a transaction of its own. On a caller's behalf all of it is sent at once and takes
   * one round trip: a statement whose settings did not arrive is shown nothing by row security.
   */
  async #alone<T extends QueryResultRow>(statement: QueryConfig, mode = ''): Promise<T[]> {
    const scope = currentScope();
    const pool = this.#poolFor(scope);
    if (pool !== this.#app) {
      return this.transaction(async (client) => (await client.query<T>(statement)).rows, mode);
    }
    const client = await pool.connect();
    client.on('error', ignored);
    const { stream } = client.connection;
    // One packet: each costs either side as much as a short statement does.
    stream.cork();
    const sent = [
      client.query(beginning(scope, mode)),
      client.query<T>(statement),
      client.query('COMMIT'),
    ] as const;
    stream.uncork();
    // What was read is true whether or not the end of a transaction that only read has been heard of.
    void Promise.allSettled(sent).then(([begun, , ended]) => {
      client.off('error', ignored);
      client.release([begun, ended].some(({ status }) => status === 'rejected'));
    });
    const [begun, read] = sent;
    await begun;
    return (await read).rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.#app.end(), this.#exporter.end()]);
  }

  #poolFor(scope: Scope): Pool {
    if (scope.system) return this.#worker;
    return scope.exports ? this.#exporter : this.#app;
  }
}

const ignored = () => undefined;

const PLANNED_ONCE = 'SET LOCAL plan_cache_mode = force_generic_plan';

/** One round trip: the settings that row security reads end with the transaction. */
const beginning = (scope: Scope, mode: string): string => {
  if (scope.system) return `BEGIN ${mode}`;
  const readOnly = mode.includes('READ ONLY') ? mode : `${mode} READ ONLY`;
  return `BEGIN ${readOnly}; ${settingsFor(scope)}`;
};

function poolOf(connection: Connection & { pipeline?: boolean }, name: string, max: number): Pool {
  const pool = new pg.Pool({
    ...connection,
    application_name: name,
    max,
    types: databaseTypes as never,
  });
  // A connection that breaks while idle is opened anew by the next query.
  pool.on('error', () => undefined);
  return pool;
}
