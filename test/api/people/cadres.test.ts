import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importLines, importWorkedProvince } from '../../support/records/worked-province.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importWorkedProvince(server);
});
afterAll(() => server.stop());

const found = async (q: string): Promise<string[]> => {
  const path = `/api/cadres?q=${encodeURIComponent(q)}`;
  const { rows } = await server.json<{ rows: { staffNo: string }[] }>(path);
  return rows.map((row) => row.staffNo);
};

describe('searching people', () => {
  it('finds them by a part of the name or number, in any case', async () => {
    expect(await found('建国')).toEqual(['S001']);
    expect(await found('li n')).toEqual(['S002']);
    expect(await found('s00')).toEqual(['S001', 'S002', 'S003', 'S004', 'S005']);
  });

  it('finds them by the whole number that another office has for them', async () => {
    expect(await found('110101199003072316')).toEqual(['S002']);
    expect(await found('110101')).toEqual([]);
  });

  it('takes wildcards literally', async () => {
    expect(await found('_')).toEqual(['S003']);
    expect(await found('%')).toEqual([]);
    expect(await found('\\')).toEqual([]);
  });

  it('gives no more than asked for', async () => {
    const { rows } = await server.json<{ rows: object[] }>('/api/cadres?limit=2');
    expect(rows).toHaveLength(2);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['name=x', 'name'],
    ['q=%00', 'q'],
  ])('refuses %s and says what is wrong', async (query, parameter) => {
    const response = await server.fetch(`/api/cadres?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ status: 400, parameter });
  });
});

describe('a person', () => {
  it('is shown with what the register says', async () => {
    expect(await server.json('/api/cadres/S002')).toEqual({
      staffNo: 'S002',
      name: 'Li Na',
      unitCode: 'F',
      unitName: 'Finance bureau 财政局',
      managedBy: 'P',
      managedByName: 'Province 省',
      post: 'Deputy',
      rank: 'section',
      head: false,
      inService: true,
      appointedOn: '2016-01-01',
      birthYear: 1980,
      leftOn: null,
      postings: [],
      aliases: [{ system: 'audit-office', identifier: '110101199003072316' }],
    });
  });

  it('is where the posting of today says', async () => {
    expect(await server.json('/api/cadres/S005')).toMatchObject({
      unitCode: 'C',
      unitName: 'County 县',
      post: 'Chief accountant',
      postings: [
        { unitCode: 'C', fromOn: '2023-01-01', toOn: null },
        { unitCode: 'F', fromOn: '2018-01-01', toOn: '2023-01-01' },
      ],
    });
  });

  it('who has left is still there', async () => {
    expect(await server.json('/api/cadres/S004')).toMatchObject({
      inService: false,
      leftOn: '2020-01-01',
    });
  });

  it('whom two systems have is as the later one says, and no longer found as the earlier one did', async () => {
    await importLines(
      server,
      'cadres',
      ['staff_no,name,unit_code', 'S003,Zhao Lei,F'],
      'system=second',
    );
    expect(await server.json('/api/cadres/S003')).toMatchObject({
      name: 'Zhao Lei',
      unitCode: 'F',
    });
    expect(await found('Zhao_Lei')).toEqual([]);
    expect(await found('Zhao Lei')).toEqual(['S003']);
  });

  it.each(['', '/score', '/history', '/records'])('of no known number is a 404%s', async (page) => {
    const response = await server.fetch(`/api/cadres/S999${page}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ status: 404 });
  });
});
