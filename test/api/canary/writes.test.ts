import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectedAs, type GuardedRows, startGuardedRows } from './guarded-rows.js';

const DENIED = '42501';

let rows: GuardedRows;
beforeAll(async () => {
  rows = await startGuardedRows();
});
afterAll(() => rows.stop());

/** The SQLSTATE that a statement ends with; `done` where it was carried out, and taken back. */
async function attempt(client: pg.Client, statement: string): Promise<string> {
  await client.query('BEGIN READ WRITE');
  try {
    await client.query(statement);
    return 'done';
  } catch (error) {
    return String((error as { code?: string }).code);
  } finally {
    await client.query('ROLLBACK');
  }
}

async function tables(): Promise<string[]> {
  const { rows: found } = await rows.server.client.query<{ name: string }>(
    `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
     WHERE relkind IN ('r', 'p') AND nspname IN ('public', 'pgboss')`,
  );
  return found.map(({ name }) => name);
}

describe.each(['app', 'exporter'] as const)('the role of the %s', (role) => {
  let client: pg.Client;
  beforeAll(async () => {
    client = await connectedAs(rows, role);
  });
  afterAll(() => client.end());

  it('writes to no table, whatever its transaction says', async () => {
    const names = await tables();
    expect(names.length).toBeGreaterThan(30);
    for (const table of names) {
      for (const statement of [
        `INSERT INTO ${table} DEFAULT VALUES`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`,
        `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
      ]) {
        expect({ statement, code: await attempt(client, statement) }).toEqual({
          statement,
          code: DENIED,
        });
      }
    }
  });

  it.each([
    `SELECT audit_append(ARRAY['{}'::bytea])`,
    'CREATE TEMPORARY TABLE mine (id int)',
    'CREATE TABLE mine (id int)',
    'CREATE SCHEMA mine',
    `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    'SELECT lo_import($$/etc/passwd$$)',
    'COPY scores TO PROGRAM $$cat$$',
    'SELECT pg_read_file($$postgresql.conf$$)',
    'SET ROLE probity_worker_postgres',
    'SET SESSION AUTHORIZATION probity',
    `SELECT nextval('scoring_runs_id_seq')`,
    'UPDATE scores SET total = 0',
  ])('may not %s', async (statement) => {
    expect(await attempt(client, statement)).toBe(DENIED);
  });

  it('sees nobody where it does not say on whose behalf', async () => {
    const { rows: seen } = await client.query('SELECT count(*)::int AS count FROM scores');
    expect(seen).toEqual([{ count: 0 }]);
  });

  it('may not put row security off', async () => {
    await client.query('SET row_security = off');
    await expect(client.query('SELECT * FROM scores')).rejects.toThrow('row-level security');
    await client.query('RESET row_security');
  });
});

describe('the role of the product’s own work', () => {
  it.each([
    `INSERT INTO audit_log SELECT * FROM audit_log`,
    'UPDATE audit_log SET seq = 0',
    'DELETE FROM audit_log',
    'TRUNCATE audit_log',
    'UPDATE audit_head SET seq = 0',
    'ALTER TABLE audit_log DISABLE TRIGGER ALL',
    'DROP TABLE audit_log',
    'ALTER TABLE scores DISABLE ROW LEVEL SECURITY',
    'DROP FUNCTION audit_append(bytea[])',
    'SET session_replication_role = replica',
  ])('may not %s', async (statement) => {
    const client = await connectedAs(rows, 'worker');
    try {
      expect(await attempt(client, statement)).toBe(DENIED);
    } finally {
      await client.end();
    }
  });
});
