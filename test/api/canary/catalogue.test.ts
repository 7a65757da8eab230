import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardDatabase } from '../../../api/dist/platform/database/guard/guard.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { startDebianPostgres } from '../../support/debian-postgres.js';
import { startServer } from '../../support/server.js';
import { complaintsOf } from './catalogue.js';
import { mutations } from './catalogue-mutations.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDatabase();
  await started(database.url);
});
afterAll(() => database.stop());

/** Starts the product on a database, as it is started first, and ends it again. */
async function started(url: string): Promise<void> {
  const server = await startServer({ env: { DATABASE_URL: url } });
  await server.stop();
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes a user with some attributes on a server, and an empty database that is theirs. Returns its address. */
async function databaseOf(server: string, user: string, attributes: string): Promise<string> {
  await connected(server, async (client) => {
    await client.query(`CREATE ROLE ${user} LOGIN PASSWORD 'plain' ${attributes}`);
    await client.query(`CREATE DATABASE ${user} OWNER ${user}`);
  });
  const url = new URL(server);
  url.username = user;
  url.password = 'plain';
  url.pathname = `/${user}`;
  return url.href;
}

describe('the catalogue of a freshly started product gives no cause to complain', () => {
  it('with its own database', async () => {
    expect(await complaintsOf(database.client)).toEqual([]);
  });

  it("on the operating system's server, for its superuser and for plain users", async () => {
    const debian = await startDebianPostgres();
    try {
      const urls = [
        debian.url,
        await databaseOf(debian.url, 'may_make_roles', 'CREATEROLE'),
        await databaseOf(debian.url, 'may_make_nothing', ''),
      ];
      for (const url of urls) {
        await started(url);
        expect(await connected(url, complaintsOf), url).toEqual([]);
      }
    } finally {
      await debian.stop();
    }
  });
});

describe('the catalogue tells of everything that would open a way', () => {
  it.each(mutations)('$complaint', async ({ statements, complaint }) => {
    const { client } = database;
    await client.query('BEGIN');
    try {
      for (const statement of statements) await client.query(statement);
      expect(await complaintsOf(client)).toContain(complaint);
    } finally {
      await client.query('ROLLBACK');
    }
  });

  it('and of nothing any more once all of it is taken back', async () => {
    expect(await complaintsOf(database.client)).toEqual([]);
  });
});

describe('a table that comes later', () => {
  it('is guarded by itself where it is about people', async () => {
    await database.client.query(
      'CREATE TABLE parking_ticket (cadre_id bigint, id bigint, text text, PRIMARY KEY (cadre_id, id))',
    );
    expect(await complaintsOf(database.client)).toEqual([
      'public.parking_ticket has people, but no forced row security',
    ]);
    await guardDatabase(database.client, database.url);
    expect(await complaintsOf(database.client)).toEqual([]);
  });

  it('is closed to callers where nobody has said what it is', async () => {
    await database.client.query('CREATE TABLE lost_property (id bigserial, text text)');
    await guardDatabase(database.client, database.url);
    expect(await complaintsOf(database.client)).toEqual([]);
    await expect(
      database.client.query(
        'SET ROLE probity_app_postgres; SELECT * FROM parking_ticket; SELECT * FROM lost_property',
      ),
    ).rejects.toThrow('permission denied for table lost_property');
    await database.client.query('RESET ROLE');
  });
});
