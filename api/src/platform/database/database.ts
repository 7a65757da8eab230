import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

/** Anything that runs SQL: the pool, or one transaction's connection. */
export interface Queryable {
  query<T extends QueryResultRow>(
    sql: string,
    values?: unknown[],
  ): Promise<{ rows: T[]; rowCount: number | null }>;
}

/** The one way to PostgreSQL for set-based work: parameterised SQL on the pool that TypeORM opened. */
@Injectable()
export class Database {
  readonly pool: Pool;

  constructor(@InjectDataSource() readonly dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
  }

  /** Runs one statement and returns its rows. */
  async query<T extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T>(sql, values)).rows;
  }

  /** Runs one statement that answers with exactly one row. Throws where it answers with none. */
  async one<T extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<T> {
    const [row] = await this.query<T>(sql, values);
    if (!row) throw new Error('the statement returned no row');
    return row;
  }

  /** Runs `work` in one transaction on one connection: all of it is kept, or, where it throws, none. */
  async transaction<T>(work: (client: PoolClient) => Promise<T>, mode = ''): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(`BEGIN ${mode}`);
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Runs `read` over one unchanging view of the data. */
  snapshot<T>(read: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.transaction(read, 'ISOLATION LEVEL REPEATABLE READ READ ONLY');
  }
}
