import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryResultRow } from 'pg';
import { asProduct } from '../access/current-scope.js';
import { Database } from './database.js';

/**
 * The database as the product itself works on it, whoever asks: for features whose tables no caller's
 * role reaches, accounts above all. They decide by themselves what a caller may do.
 */
@Injectable()
export class ProductDatabase {
  constructor(private readonly database: Database) {}

  /** As `Database.query`. */
  query<T extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return asProduct(() => this.database.query<T>(sql, values));
  }

  /** As `Database.prepared`. */
  prepared<T extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return asProduct(() => this.database.prepared<T>(sql, values));
  }

  /** As `Database.one`. */
  one<T extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<T> {
    return asProduct(() => this.database.one<T>(sql, values));
  }

  /** As `Database.transaction`. */
  transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return asProduct(() => this.database.transaction(work));
  }
}
