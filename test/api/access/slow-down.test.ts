import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymously, body, makeAccount, PASSWORD } from '../../support/access/sign-in.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { startServer, type TestServer } from '../../support/server.js';

let database: TestDatabase;
let servers: [TestServer, TestServer];

beforeAll(async () => {
  database = await startDatabase();
  const env = { DATABASE_URL: database.url, PROBITY_TRUSTED_PROXIES: '127.0.0.1' };
  servers = [await startServer({ env }), await startServer({ env })];
  for (const name of ['owner', 'neighbour', 'many']) {
    const id = await makeAccount(servers[0], { name, roles: ['inspector'] });
    const { token } = await servers[0].json<{ token: string }>(
      `/api/users/${id}/links`,
      body('POST', {}),
    );
    const redeemed = await post('/api/session/link', { token, password: PASSWORD }, '198.51.100.1');
    expect(redeemed.status).toBe(200);
  }
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await database.stop();
});

let turn = 0;
/** A request that comes from an address, to one process or the other in turn. */
function post(path: string, value: object, from: string): Promise<Response> {
  turn += 1;
  const server = servers[turn % 2 === 0 ? 0 : 1];
  return anonymously(server, path, {
    ...body('POST', value),
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
  });
}

const attempt = (name: string, password: string, from: string) =>
  post('/api/session', { name, password }, from);

async function fail(times: number, name: string, from: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < times; i++) statuses.push((await attempt(name, 'a guess', from)).status);
  return statuses;
}

/** Lets so many seconds pass for all that waits. */
const pass = (seconds: number) =>
  database.client.query(
    `UPDATE sign_in_attempts SET blocked_until = blocked_until - $1 * interval '1 second'`,
    [seconds],
  );

describe('whoever guesses', () => {
  it('waits longer after each failure, whichever process is asked', async () => {
    expect(await fail(6, 'owner', '203.0.113.7')).toEqual([401, 401, 401, 401, 401, 429]);
    const waits: number[] = [];
    for (let i = 0; i < 4; i++) {
      const refused = await attempt('owner', PASSWORD, '203.0.113.7');
      expect(refused.status).toBe(429);
      waits.push(Number(refused.headers.get('retry-after')));
      await pass(1000);
      expect((await attempt('owner', 'a guess', '203.0.113.7')).status).toBe(401);
    }
    expect(waits).toEqual([1, 2, 4, 8]);
  });

  it('gains nothing by asking for many at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => attempt('many', 'a guess', '203.0.113.8')),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  it('is told the same whether the account exists', async () => {
    expect(await fail(6, 'nobody', '203.0.113.9')).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('is slowed down over many accounts, and by the network of an IPv6 address', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++) {
      statuses.push(...(await fail(1, `name${i}`, `2001:db8:1:2::${i.toString(16)}`)));
    }
    expect(statuses).toEqual([...Array(20).fill(401), 429]);
    expect(await fail(1, 'name99', '2001:db8:1:3::1')).toEqual([401]);
  });

  it('cannot lock the owner out, from however many addresses', async () => {
    for (let i = 0; i < 50; i++) await fail(1, 'neighbour', `192.0.2.${i}`);
    expect(await fail(1, 'neighbour', '192.0.2.200')).toEqual([429]);
    // The owner has signed in from there before.
    const own = await attempt('neighbour', PASSWORD, '198.51.100.1');
    expect(own.status).toBe(200);
    expect(await fail(1, 'neighbour', '192.0.2.201')).toEqual([429]);
  });

  it('does not choose an address by a header, unless a proxy is trusted with it', async () => {
    const alone = await startServer();
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) {
      const answer = await anonymously(alone, '/api/session', {
        ...body('POST', { name: 'x', password: 'a guess' }),
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${i}` },
      });
      statuses.push(answer.status);
    }
    await alone.stop();
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });
});
