import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, runsOf, runsOnce, schedule, sent } from '../../support/exports.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('a schedule', () => {
  it('is kept with its next three due times', async () => {
    const made = await schedule(server, { name: '每周排名', cron: ' 0  7 * * 1' });
    expect(made).toMatchObject({
      name: '每周排名',
      what: 'rankings',
      unit: null,
      filters: {},
      cron: '0 7 * * 1',
      timeZone: 'Asia/Shanghai',
      bom: true,
      createdBy: 'bootstrap',
      lastRun: null,
    });
    expect(made.nextDueAt).toHaveLength(3);
    for (const due of made.nextDueAt) expect(due).toMatch(/T23:00:00\.000Z$/);
    expect(await server.json(`/api/exports/${made.id}`)).toEqual(made);
    expect(await server.json('/api/exports')).toMatchObject({ total: 1, rows: [made] });
  });

  it('can be replaced', async () => {
    const { id } = await schedule(server, { name: 'Before' });
    const after = {
      name: 'After',
      what: 'follow-ups',
      cron: '30 6 1 * *',
      timeZone: 'UTC',
      filters: { state: 'overdue,due-soon', inherited: false },
      bom: false,
    };
    await server.json(`/api/exports/${id}`, sent('PUT', after));
    expect(await server.json(`/api/exports/${id}`)).toMatchObject({
      ...after,
      filters: { state: 'overdue,due-soon', inherited: 'false' },
    });
  });

  it.each([
    ['cron', { cron: '0 7 * *' }],
    ['cron', { cron: '0 0 31 2 *' }],
    ['timeZone', { timeZone: 'Asia/Peking' }],
    ['what', { what: 'grades' }],
    ['name', { name: ' ' }],
    ['name', { name: '///' }],
    ['unit', { unit: 'nowhere' }],
    ['filters.band', { filters: { band: 'purple' } }],
    ['filters.state', { filters: { state: 'overdue' } }],
    ['colour', { colour: 'red' }],
  ])('whose %s cannot be used is refused, naming it', async (parameter, wrong) => {
    const body = { name: 'Wrong', what: 'rankings', cron: '0 7 * * 1', ...wrong };
    const response = await server.fetch('/api/exports', sent('POST', body));
    const problem = (await response.json()) as { detail: string };
    expect({ status: response.status, ...problem }).toMatchObject({ status: 400, parameter });
    expect(problem.detail).toContain(parameter);
  });

  it('of a name whose files another one writes is refused', async () => {
    await schedule(server, { name: 'Office: north' });
    const body = { name: 'office? NORTH', what: 'rankings', cron: '0 7 * * 1' };
    const response = await server.fetch('/api/exports', sent('POST', body));
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ parameter: 'name' });
  });

  it('that does not exist is not found', async () => {
    for (const [method, path] of [
      ['GET', '/api/exports/99999'],
      ['DELETE', '/api/exports/99999'],
      ['POST', '/api/exports/99999/run'],
      ['GET', '/api/exports/99999/runs'],
      ['GET', '/api/exports/runs/99999/file'],
    ] as const) {
      expect({ path, status: (await server.fetch(path, { method })).status }).toEqual({
        path,
        status: 404,
      });
    }
  });
});

describe('a run out of turn', () => {
  it('writes the file, and tells what is in it', async () => {
    const { id } = await schedule(server, { name: 'Now: all/of "it"', what: 'unit-summaries' });
    await run(server, id);
    const [written] = await runsOnce(server, id, ['written']);
    const file = written?.file ?? '';
    expect(file).toMatch(/^Now_ all_of _it_-\d{4}-\d\d-\d\dT\d{6}(\.\d{3})?\+0800\.csv$/);
    const bytes = readFileSync(join(server.dataFolder, 'exports', file));
    expect(bytes.toString('utf8')).toMatch(
      /^\uFEFFcode,name,parentCode,[^\r\n]*,a priority for review; not a finding\r\n$/,
    );
    expect(written).toMatchObject({
      requestedBy: 'bootstrap',
      attempts: 1,
      rowCount: 0,
      byteCount: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      error: null,
    });
    const response = await server.fetch(`/api/exports/runs/${written?.id}/file`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect(await server.json(`/api/exports/${id}`)).toMatchObject({ lastRun: written });
    const log = await server.json<{ rows: object[] }>('/api/audit?action=Exports_write&limit=1');
    expect(log.rows).toMatchObject([
      { subject: 'bootstrap', rowCount: 0, sha256: written?.sha256 },
    ]);
  });

  it('writes without a byte order mark where that is switched off', async () => {
    const { id } = await schedule(server, { name: 'Plain', what: 'follow-ups', bom: false });
    await run(server, id);
    const [written] = await runsOnce(server, id, ['written']);
    const text = await (await server.fetch(`/api/exports/runs/${written?.id}/file`)).arrayBuffer();
    expect(Buffer.from(text).toString('utf8')).toMatch(/^kind,staffNo,/);
  });

  it('whose file has been taken away says so', async () => {
    const { id } = await schedule(server, { name: 'Taken' });
    await run(server, id);
    const [written] = await runsOnce(server, id, ['written']);
    rmSync(join(server.dataFolder, 'exports', written?.file ?? ''));
    const response = await server.fetch(`/api/exports/runs/${written?.id}/file`);
    expect(response.status).toBe(410);
  });

  it('leaves its file and its history when the schedule is removed', async () => {
    const { id } = await schedule(server, { name: 'Passing' });
    await run(server, id);
    const [written] = await runsOnce(server, id, ['written']);
    expect((await server.fetch(`/api/exports/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await server.fetch(`/api/exports/${id}`)).status).toBe(404);
    expect(await runsOf(server, id)).toEqual([written]);
    expect(existsSync(join(server.dataFolder, 'exports', written?.file ?? ''))).toBe(true);
    // Its name is free again.
    await schedule(server, { name: 'Passing' });
  });
});
