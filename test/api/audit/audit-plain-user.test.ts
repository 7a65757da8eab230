import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryDataFolder } from '../../../api/dist/platform/database/embedded-binaries.js';
import { bringPeople, entriesOf, type Verification } from '../../support/audit.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { startServer } from '../../support/server.js';

let server: TestDatabase;
beforeAll(async () => {
  // One that has no roles of the product yet.
  server = await startDatabase(temporaryDataFolder());
});
afterAll(() => server.stop());

/** The address of an empty database that belongs to a new user with some attributes. */
async function databaseOf(user: string, attributes: string): Promise<string> {
  await server.client.query(`CREATE ROLE ${user} LOGIN PASSWORD 'plain' ${attributes}`);
  await server.client.query(`CREATE DATABASE ${user} OWNER ${user}`);
  const url = new URL(server.url);
  url.username = user;
  url.password = 'plain';
  url.pathname = `/${user}`;
  return url.href;
}

describe('on a server that is someone else’s', () => {
  it.each([
    ['may_make_roles', 'CREATEROLE', 'probity_audit', /permission denied/],
    ['may_make_nothing', '', 'may_make_nothing', /only ever appended to/],
  ])('a user who %s keeps the log, too', async (user, attributes, owner, refused) => {
    const url = await databaseOf(user, attributes);
    const product = await startServer({ env: { DATABASE_URL: url } });
    await bringPeople(product);
    const answer = await product.fetch('/api/cadres/S1');
    await answer.text();
    expect(await entriesOf(product, answer)).toMatchObject([{ people: ['S1'] }]);
    await product.json('/api/audit/checkpoints', { method: 'POST' });
    expect(await product.json<Verification>('/api/audit/verify')).toMatchObject({ ok: true });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(
      "SELECT relowner::regrole::text AS owner FROM pg_class WHERE oid = 'audit_log'::regclass",
    );
    expect(rows).toEqual([{ owner }]);
    await expect(client.query('DELETE FROM audit_log')).rejects.toThrow(refused);
    await client.end();
    await product.stop();
  });
});
