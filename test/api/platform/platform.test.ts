import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('the running server', () => {
  it('says that it lives and is ready', async () => {
    expect(await server.json('/api/health/live')).toEqual({ status: 'ok' });
    expect(await server.json('/api/health/ready')).toEqual({ status: 'ok' });
  });

  it('shows metrics in the Prometheus format', async () => {
    expect(await (await server.fetch('/api/metrics')).text()).toContain(
      '# TYPE process_cpu_user_seconds_total counter',
    );
  });

  it('describes itself in OpenAPI 3.1', async () => {
    const document = await server.json<{ openapi: string; paths: object }>('/api/openapi.json');
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths)).toContain('/api/health/live');
  });

  it('answers an unknown address with a problem document', async () => {
    const response = await server.fetch('/api/nothing');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 404, instance: '/api/nothing' });
  });

  it('refuses a token it does not know', async () => {
    const response = await server.fetch('/api/session', {
      headers: { authorization: 'Bearer nobody-knows-this-one' },
    });
    expect(response.status).toBe(401);
  });
});

describe('starting', () => {
  it('says what to do where the address is taken, without starting anything', async () => {
    await expect(startServer({ env: { PORT: new URL(server.url).port } })).rejects.toThrow(
      /listens at 127\.0\.0\.1:\d+ already.*PORT=/,
    );
  });

  it('names a setting that does not exist and one that is wrong', async () => {
    await expect(startServer({ env: { PROBITY_COLOUR: 'red', PORT: 'many' } })).rejects.toThrow(
      /PROBITY_COLOUR: there is no such setting[\s\S]*PORT: /,
    );
  });

  it('finds its data again after kill -9, with the database server left running', async () => {
    const first = await startServer();
    await first.kill();
    const second = await startServer({ dataFolder: first.dataFolder });
    expect(await second.json('/api/health/ready')).toEqual({ status: 'ok' });
    await second.stop();
  });
});
