import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDatabase, type TestDatabase } from '../../../support/database.js';
import { csvOf, importAll } from '../../../support/records/importing.js';
import { root, startServer, type TestServer } from '../../../support/server.js';

const folder = join(root, 'test/support/parking-ticket');
const preload = `--import=${pathToFileURL(join(folder, 'preload.ts')).href}`;

let database: TestDatabase;
let server: TestServer;
let made: string;
beforeAll(async () => {
  database = await startDatabase();
  const script = join(folder, 'make-table.ts');
  made = execFileSync(process.execPath, [preload, script, database.url], { encoding: 'utf8' });
  server = await startServer({
    env: { DATABASE_URL: database.url, NODE_OPTIONS: preload },
    // Module by module, so that one of them can be changed before the product begins.
    program: 'api/dist/main.js',
  });
  await importAll(server, 'units', csvOf('unit_code,name', 'U1,One'));
  await importAll(server, 'cadres', csvOf('staff_no,name,unit_code', 'S1,张三,U1', 'S2,李四,U1'));
  await importAll(
    server,
    'parking-ticket',
    csvOf('编号,工号,开单日期,罚款', 'T-1,S1,2025-06-01,200', 'T-2,S1,2025年6月2日,50'),
  );
});
afterAll(async () => {
  await server?.stop();
  await database?.stop();
});

describe('a source that is one value and nothing else', () => {
  it('has a table, and its migration is all there is to generate', () => {
    const tables = [...made.matchAll(/CREATE TABLE "(\w+)"/g)].map(([, table]) => table);
    expect(tables).toEqual(['parking_ticket']);
    expect(made).toContain('"given_on" date NOT NULL');
    expect(made).toContain('"fine" integer');
  });

  it('has a template', async () => {
    const response = await server.fetch('/api/templates/parking-ticket.csv');
    expect((await response.text()).replace('\ufeff', '').trim()).toBe('ref,staff_no,given_on,fine');
  });

  it('is scored, capped and explained', async () => {
    const { score, sources } = await server.json<{
      score: number;
      sources: { source: string; contributions: object[]; adjustments: object[] }[];
    }>('/api/cadres/S1/score?asOf=2025-06-30');
    expect(score).toBe(1);
    expect(sources.find(({ source }) => source === 'parking-ticket')).toMatchObject({
      contributions: [
        { ref: 'T-1', occurredOn: '2025-06-01', points: 0.75, reason: 'Fined 200' },
        { ref: 'T-2', occurredOn: '2025-06-02', points: 0.75, reason: 'Fined 50' },
      ],
      adjustments: [{ kind: 'cap', points: -0.5 }],
    });
  });

  it('has a column in the ranking, as JSON, CSV and Arrow', async () => {
    const path = '/api/rankings?asOf=2025-06-30';
    const { rows } = await server.json<{
      rows: { staffNo: string; subtotals: Record<string, number> }[];
    }>(path);
    expect(rows.map(({ staffNo, subtotals }) => [staffNo, subtotals['parking-ticket']])).toEqual([
      ['S1', 1],
      ['S2', 0],
    ]);
    const csv = await server.fetch(path, { headers: { accept: 'text/csv' } });
    expect((await csv.text()).split('\r\n')[0]).toContain('parking-ticket');
    const arrow = await server.fetch(path, {
      headers: { accept: 'application/vnd.apache.arrow.stream' },
    });
    const table = tableFromIPC(new Uint8Array(await arrow.arrayBuffer()));
    expect(table.schema.fields.map(({ name }) => name)).toContain('parking-ticket');
  });

  it('stands in the OpenAPI document, the policy and the list of kinds', async () => {
    const said = async (path: string) => (await server.fetch(path)).text();
    expect(await said('/api/openapi.json')).toContain('parking-ticket');
    expect(await said('/api/policies/schema')).toContain('"parking-ticket":{');
    expect(await said('/api/kinds')).toContain('"key":"parking-ticket"');
  });
});
