import pg from 'pg';
import { MIGRATION_LOCK } from '../../platform/database/migrate.js';
import { databaseTypes } from '../../platform/database/types.js';
import { quoted } from '../archive/contents.js';
import { dropOwnObjects } from './own-objects.js';
import { Refused } from './refused.js';

/**
 * What a database holds: nothing; an installation; what a restore that was cut short left; or tables
 * that aren't Probity's.
 */
export type TargetState = 'empty' | 'occupied' | 'half-restored' | 'foreign';

const JOBS_SCHEMA = 'pgboss';
const aside = (schema: string) => `${schema}_before_restore`;

/** The database that a backup is restored into. Nobody else changes its schema while it is open. */
export class Target {
  private constructor(
    readonly client: pg.Client,
    readonly schema: string,
  ) {}

  /** Throws a Refused while anything else of the product is at work on the database. */
  static async open(url: string): Promise<Target> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'probity-restore',
      types: databaseTypes as pg.CustomTypesConfig,
      options: '-c TimeZone=UTC -c DateStyle=ISO,YMD',
    });
    await client.connect();
    try {
      const { rows } = await client.query<{ mine: boolean; others: number; schema: string }>(
        `SELECT pg_try_advisory_lock($1) AS mine, current_schema()::text AS schema,
           (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
              AND application_name LIKE 'probity%' AND pid <> pg_backend_pid()) AS others`,
        [MIGRATION_LOCK],
      );
      const [found] = rows;
      if (!found?.mine || found.others > 0) {
        throw new Refused('Probity is at work on this database. Stop it, then restore.');
      }
      return new Target(client, found.schema);
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  async state(): Promise<TargetState> {
    const { rows } = await this.client.query<{ half: boolean; ours: boolean; any: boolean }>(
      `SELECT to_regclass('restore_underway') IS NOT NULL AS half,
         to_regclass('migrations') IS NOT NULL AND to_regclass('audit_log') IS NOT NULL AS ours,
         EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema()) AS any`,
    );
    const [found] = rows;
    if (found?.half) return 'half-restored';
    if (found?.ours) return 'occupied';
    return found?.any ? 'foreign' : 'empty';
  }

  /** What would be lost, for the warning. */
  async contents(): Promise<string> {
    const { rows } = await this.client.query<{ people: number; imports: number; entries: number }>(
      `SELECT (SELECT count(DISTINCT cadre_id) FROM cadres) AS people,
         (SELECT count(*) FROM imports) AS imports, (SELECT count(*) FROM audit_log) AS entries`,
    );
    const [found] = rows;
    return `${found?.people} people, ${found?.imports} imports and ${found?.entries} entries of the audit log`;
  }

  /**
   * Marks the database as half restored, which keeps the product from starting on it, and moves what
   * is there out of the way. What an earlier restore left is removed.
   */
  async begin(file: string, sha256: string): Promise<void> {
    const state = await this.state();
    await this.#transaction(async () => {
      if (state === 'half-restored') await dropOwnObjects(this.client);
      if (state === 'occupied') await this.#setAside();
      await this.client.query(
        `CREATE TABLE restore_underway (
           file text NOT NULL, sha256 text NOT NULL, begun_at timestamptz NOT NULL DEFAULT now())`,
      );
      await this.client.query('INSERT INTO restore_underway VALUES ($1, $2)', [file, sha256]);
    });
  }

  /** Makes it what it was before the restore began. */
  async abandon(): Promise<void> {
    await this.#transaction(async () => {
      await dropOwnObjects(this.client);
      for (const schema of [this.schema, JOBS_SCHEMA]) {
        if (!(await this.#exists(aside(schema)))) continue;
        await this.client.query(`DROP SCHEMA IF EXISTS ${quoted(schema)} CASCADE`);
        await this.client.query(
          `ALTER SCHEMA ${quoted(aside(schema))} RENAME TO ${quoted(schema)}`,
        );
      }
    });
  }

  /** The restore is done: what was there before is gone, and the product may start. */
  async finish(): Promise<void> {
    await this.#transaction(async () => {
      for (const schema of [this.schema, JOBS_SCHEMA]) {
        await this.client.query(`DROP SCHEMA IF EXISTS ${quoted(aside(schema))} CASCADE`);
      }
      await this.client.query('DROP TABLE restore_underway');
    });
  }

  async #setAside(): Promise<void> {
    const { rows } = await this.client.query<{ name: string }>(
      `SELECT extname::text AS name FROM pg_extension JOIN pg_namespace ON extnamespace = pg_namespace.oid
       WHERE nspname = $1`,
      [this.schema],
    );
    if (rows.length > 0) {
      const names = rows.map(({ name }) => name).join(', ');
      throw new Refused(
        `The schema ${this.schema} also holds extensions (${names}), which would go with it. Restore into a new, empty database.`,
      );
    }
    for (const schema of [this.schema, JOBS_SCHEMA]) {
      if (!(await this.#exists(schema))) continue;
      await this.client.query(`ALTER SCHEMA ${quoted(schema)} RENAME TO ${quoted(aside(schema))}`);
    }
    await this.client.query(`CREATE SCHEMA ${quoted(this.schema)}`);
  }

  async #exists(schema: string): Promise<boolean> {
    const { rows } = await this.client.query('SELECT FROM pg_namespace WHERE nspname = $1', [
      schema,
    ]);
    return rows.length > 0;
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    await this.client.query('BEGIN');
    try {
      await work();
      await this.client.query('COMMIT');
    } catch (error) {
      await this.client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}
