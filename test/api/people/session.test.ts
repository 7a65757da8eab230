import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
beforeAll(async () => {
  // On either side of the date line no two of these days are the same for long.
  server = await startServer({ env: { PROBITY_TIME_ZONE: 'Pacific/Kiritimati', TZ: 'UTC' } });
});
afterAll(() => server.stop());

it('a session says who asks, about whom they may ask, and what today is here', async () => {
  const today = () =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati' }).format(new Date());
  const before = today();
  const session = await server.json<{ today: string; roles: string[] }>('/api/session');
  expect(session).toMatchObject({
    name: 'bootstrap',
    scope: { unitCode: null, unitName: null },
    demo: false,
    timeZone: 'Pacific/Kiritimati',
  });
  expect(session.roles).toContain('inspector');
  expect([before, today()]).toContain(session.today);
});
