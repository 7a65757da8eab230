import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAs } from '../../../api/dist/platform/access/current-scope.js';
import { type Scope, wholeScope } from '../../../api/dist/platform/access/scope.js';
import { Database } from '../../../api/dist/platform/database/database.js';
import { dataSourceOptions } from '../../../api/dist/platform/database/database.module.js';
import { databaseReach } from '../../../api/dist/platform/database/guard/roles.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, importAll } from '../../support/records/importing.js';
import { importFile } from '../../support/records/imports.js';
import { startServer, type TestServer } from '../../support/server.js';

let postgres: TestDatabase;
let server: TestServer;
let database: Database;
let dataSource: DataSource;
let scopeOf: (unit: string | undefined, hidden?: readonly string[]) => Promise<Scope>;

const finding = (ref: string, staffNo: string) =>
  [1, 4].map((severity) => `${ref},${staffNo},A1,in_term,2024-01-10,${severity}`);

beforeAll(async () => {
  postgres = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: postgres.url } });
  const reach = await databaseReach(postgres.url);
  dataSource = await new DataSource(dataSourceOptions(reach.worker)).initialize();
  database = new Database(dataSource, reach);
  const one = async (sql: string, values: unknown[]) =>
    (await postgres.client.query(sql, values)).rows[0];
  scopeOf = async (unit, hidden = []) => ({
    ...wholeScope('second'),
    roles: new Set(['approver']),
    units: unit
      ? await one(
          `SELECT t.enter, t.leave FROM unit_tree t JOIN units u USING (unit_id)
           WHERE u.unit_code = $1 AND u.superseded_at IS NULL`,
          [unit],
        )
      : undefined,
    hidden: await Promise.all(
      hidden.map(async (number) => {
        const { id } = await one('SELECT cadre_id AS id FROM cadres WHERE staff_no = $1', [number]);
        return Number(id);
      }),
    ),
  });
  await importAll(
    server,
    'units',
    csvOf('unit_code,name,parent_code', 'P,Province,', 'N,North,P', 'S,South,P'),
  );
  await importAll(
    server,
    'cadres',
    csvOf('staff_no,name,unit_code,managed_by', 'N1,甲,N,', 'N2,乙,N,', 'S1,丙,S,', 'M1,丁,N,S'),
  );
  await importAll(
    server,
    'cadre-aliases',
    csvOf('staff_no,system,identifier', 'N1,upload,ALIAS-OF-N1'),
  );
  await importAll(
    server,
    'appointment-case',
    csvOf('case_no,staff_no,unit_code,post,rank,opened_on', 'CASE-OF-S1,S1,S,P,R,2024-01-01'),
  );
  await importFile(server, 'audit-finding', [
    'ref,staff_no,audit_no,phase,found_on,severity',
    ...finding('OF-N1', 'N1'),
    ...finding('OF-S1', 'S1'),
    ...finding('OF-M1', 'M1'),
    ...finding('OF-ALIAS', 'ALIAS-OF-N1'),
    'OF-UNKNOWN,X9,A1,in_term,2024-01-10,4',
  ]);
  await importFile(server, 'file-review', [
    'case_no,item,result,reviewed_on',
    'CASE-OF-S1,age,clear,2024-02-01',
    'CASE-OF-S1,age,doubt,2024-02-01',
  ]);
  await importFile(server, 'units', ['unit_code,name,parent_code', 'S,South 1,P', 'S,South 2,P']);
});
afterAll(async () => {
  await database.onApplicationShutdown();
  await dataSource.destroy();
  await server.stop();
  await postgres.stop();
});

/** What row security leaves somebody of the refused rows, by what they name. */
const seenBy = async (scope: Scope): Promise<string[]> => {
  const rows = await runAs(scope, () =>
    database.query<{ what: string }>(
      `SELECT DISTINCT coalesce(content ->> 'ref', content ->> 'case_no', content ->> 'unit_code') AS what
       FROM quarantine ORDER BY 1`,
    ),
  );
  return rows.map(({ what }) => what);
};
const countSeen = async (scope: Scope, table: string): Promise<number> => {
  const sql = `SELECT count(*) AS count FROM ${table}`;
  return (await runAs(scope, () => database.one<{ count: number }>(sql))).count;
};

const all = ['CASE-OF-S1', 'OF-ALIAS', 'OF-M1', 'OF-N1', 'OF-S1', 'OF-UNKNOWN', 'S'];

describe('row security leaves a second person', () => {
  it('every refused row and file, where they see everybody', async () => {
    const whole = await scopeOf(undefined);
    expect(await seenBy(whole)).toEqual(all);
    expect(await countSeen(whole, 'imports')).toBeGreaterThan(0);
    expect(await countSeen(whole, 'import_problems')).toBeGreaterThan(0);
  });

  it('rows about people in their part of the tree, whoever manages them, and no file', async () => {
    expect(await seenBy(await scopeOf('N'))).toEqual(['OF-ALIAS', 'OF-N1']);
    const south = await scopeOf('S');
    expect(await seenBy(south)).toEqual(['CASE-OF-S1', 'OF-M1', 'OF-S1', 'S']);
    for (const table of ['imports', 'import_problems'])
      expect(await countSeen(south, table)).toBe(0);
  });

  it('no row about somebody hidden from them, by whatever name, and no file', async () => {
    const apart = await scopeOf(undefined, ['N1', 'S1']);
    expect(await seenBy(apart)).toEqual(['OF-M1', 'OF-UNKNOWN', 'S']);
    expect(await countSeen(apart, 'imports')).toBe(0);
    expect(await seenBy(await scopeOf('N', ['N1']))).toEqual([]);
  });

  it('what they sent themselves; and others who are no second person nothing', async () => {
    const { rows } = await postgres.client.query<{ subject: string }>(
      'SELECT subject FROM imports',
    );
    const elsewhere = await scopeOf('N');
    expect(await seenBy({ ...elsewhere, subject: rows[0]?.subject ?? '' })).toEqual(all);
    const inspector: Scope = { ...(await scopeOf(undefined)), roles: new Set(['inspector']) };
    expect(await seenBy(inspector)).toEqual([]);
  });

  it('what follows when people move, come, or turn out to be meant', async () => {
    await importAll(server, 'cadres', csvOf('staff_no,name,unit_code', 'X9,戊,N'));
    expect(await seenBy(await scopeOf('N'))).toEqual(['OF-ALIAS', 'OF-N1', 'OF-UNKNOWN']);
    await importAll(server, 'cadres', csvOf('staff_no,name,unit_code', 'N1,甲,S'));
    expect(await seenBy(await scopeOf('N'))).toEqual(['OF-UNKNOWN']);
    await importAll(
      server,
      'appointment-case',
      csvOf('case_no,staff_no,unit_code,post,rank,opened_on', 'CASE-OF-S1,N2,S,P,R,2024-01-01'),
    );
    expect(await seenBy(await scopeOf('N'))).toEqual(['CASE-OF-S1', 'OF-UNKNOWN']);
    await importAll(
      server,
      'cadre-aliases',
      csvOf('staff_no,system,identifier', 'N2,upload,ALIAS-OF-N1'),
    );
    expect(await seenBy(await scopeOf('N'))).toEqual(['CASE-OF-S1', 'OF-ALIAS', 'OF-UNKNOWN']);
  });
});
