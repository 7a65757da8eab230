import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probity } from '../../support/cli.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Import {
  readonly kind: string;
  readonly mode: string;
  readonly status: string;
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

/** Here it is always an earlier date than there. */
const behind = { PROBITY_DEMO: 'on', PROBITY_TIME_ZONE: 'Etc/GMT+12' };
const ahead = { PROBITY_DEMO: 'on', PROBITY_TIME_ZONE: 'Pacific/Kiritimati' };

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: behind });
}, 300_000);
afterAll(() => server.stop());

const imports = async () =>
  (await server.json<{ rows: Import[] }>('/api/imports?limit=1000')).rows.toReversed();

describe('an empty database, at the first start', () => {
  it('has the demonstration data before anybody can ask, and says what it is', async () => {
    expect(await server.json('/api/session')).toMatchObject({ demo: true });
    expect(await server.json('/api/units/SF/summary')).toMatchObject({
      name: expect.stringContaining('Demonstration'),
    });
    const { total } = await server.json<{ total: number }>('/api/rankings?limit=1');
    expect(total).toBeGreaterThan(2_800);
  });

  it('has imported it as any other: nothing refused, some corrected, some withdrawn', async () => {
    const all = await imports();
    for (const { kind, mode, status, quarantined } of all) {
      expect({ kind, mode, status, quarantined }).toEqual({
        kind,
        mode,
        status: 'committed',
        quarantined: 0,
      });
    }
    expect(all.filter(({ mode }) => mode === 'withdraw').length).toBeGreaterThan(0);
    const accepted = all.reduce((sum, file) => sum + file.accepted, 0);
    expect(accepted).toBeGreaterThan(65_000);
  });

  it('is asked for what only an installation can say', async () => {
    const { document } = await server.json<{ document: object }>('/api/policies/current');
    expect(document).toMatchObject({
      followUps: {
        expectedFrom: { 'hold-debriefing': expect.stringMatching(/^\d{4}-01-01$/) },
        countFrom: { 'rectify-finding': expect.stringMatching(/^\d{4}-01-01$/) },
      },
    });
  });

  it('is not filled a second time at the next start', async () => {
    const before = await imports();
    await server.stop({ keep: true });
    server = await startServer({ dataFolder: server.dataFolder, env: ahead });
    expect(await imports()).toEqual(before);
  });

  it('is made anew for a later day: what is gone withdrawn, the rest corrected', async () => {
    const before = await imports();
    const made = await server.json('/api/demo', { method: 'POST' });
    const { today } = await server.json<{ today: string }>('/api/session');
    expect(made).toMatchObject({ madeOn: today });
    const anew = (await imports()).slice(before.length);
    expect(anew.map(({ status, quarantined }) => ({ status, quarantined }))).toEqual(
      anew.map(() => ({ status: 'committed', quarantined: 0 })),
    );
    const { total } = await server.json<{ total: number }>('/api/rankings?limit=1');
    expect(total).toBeGreaterThan(2_800);
  }, 300_000);

  it('makes nothing new of a day that it has been made for', async () => {
    const before = await imports();
    const { code, stdout } = await probity(server.url, ['demo']);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Made \d+ records/),
    });
    expect(await imports()).toEqual(before);
  });

  it('is not made anew beside other records', async () => {
    const { id } = await server.json<{ id: number }>('/api/imports/units', {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: 'unit_code,name\nREAL,某单位\n',
    });
    await (await server.fetch(`/api/imports/${id}/events`)).text();
    expect((await server.fetch('/api/demo', { method: 'POST' })).status).toBe(409);
  });
});
