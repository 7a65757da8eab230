import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvOf, fresh, importAll } from '../../support/records/importing.js';
import { importFile, report } from '../../support/records/imports.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Units {
  readonly stale: boolean;
  readonly rows: readonly {
    readonly code: string;
    readonly closedOn: string | null;
    readonly cadreCount: number;
  }[];
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  const units = ['P,Province,', 'A,Bureau A,P', 'B,Bureau B,P', 'X,Old office,A', 'Y,Office,A'];
  await importAll(server, 'units', csvOf('unit_code,name,parent_code', ...units));
  await importAll(server, 'cadres', csvOf('staff_no,name,unit_code', 'S1,甲,X', 'S2,乙,Y'));
  const changes = ['X,Old office,A,2024-01-01,', 'Y,Office,B,,2024-06-01'];
  const header = 'unit_code,name,parent_code,closed_on,moved_on';
  await importAll(server, 'units', csvOf(header, ...changes));
});
afterAll(() => server.stop());

const shown = async (asOf: string) => {
  const { rows } = await fresh<Units>(server, `/api/units?asOf=${asOf}`);
  return rows.map(({ code, closedOn, cadreCount }) => [code, closedOn, cadreCount]);
};

it('shows a closed unit as long as somebody is left in it, and says so', async () => {
  expect(await shown('2024-02-01')).toContainEqual(['X', '2024-01-01', 1]);
  const { rows } = await server.json<Pick<Units, 'rows'>>('/api/units/names');
  expect(rows.map(({ code }) => code)).toEqual(['P', 'A', 'B', 'Y']);
});

it('warns of people who are put into a unit that is closed by then', async () => {
  const state = await importFile(server, 'postings', [
    'staff_no,unit_code,post,from_on,to_on',
    'S2,X,Clerk,2020-01-01,2021-01-01',
    'S2,X,Clerk,2024-03-01,2024-04-01',
  ]);
  expect(state).toMatchObject({ accepted: 2, warnings: 1 });
  const warnings = await report(server, state.id, 'warnings.csv');
  expect(warnings[0]).toMatch(/^3,unit_code,closed-unit,/);
});

it('shows it no more once the last one has left, but still on days before', async () => {
  await importAll(server, 'cadres', csvOf('staff_no,name,unit_code', 'S1,甲,A'));
  expect((await shown('2024-02-01')).map(([code]) => code)).toEqual(['P', 'A', 'B', 'Y']);
  expect((await shown('2023-12-31')).map(([code]) => code)).toContain('X');
});

it('says of a day before a move which units were elsewhere then', async () => {
  const movedSince = async (code: string, asOf: string) =>
    (await server.json<{ movedSince: object[] }>(`/api/units/${code}/summary?asOf=${asOf}`))
      .movedSince;
  const move = { code: 'Y', movedOn: '2024-06-01', fromCode: 'A', toCode: 'B' };
  for (const code of ['A', 'B', 'P']) {
    expect([code, await movedSince(code, '2024-05-31')]).toEqual([code, [move]]);
    expect(await movedSince(code, '2024-06-01')).toEqual([]);
  }
});
