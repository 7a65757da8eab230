import type { INestApplication } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../../../api/dist/application.js';
import { CadreRecordsService } from '../../../api/dist/cadres/cadre-records.service.js';
import { CadreScoreService } from '../../../api/dist/cadres/cadre-score.service.js';
import { CadresService } from '../../../api/dist/cadres/cadres.service.js';
import { runAs } from '../../../api/dist/platform/access/current-scope.js';
import type { Scope } from '../../../api/dist/platform/access/scope.js';
import { readConfig } from '../../../api/dist/platform/config.js';
import { UnitSummaryService } from '../../../api/dist/units/unit-summary.service.js';
import { UnitsService } from '../../../api/dist/units/units.service.js';
import { SessionService } from '../../../api/dist/users/sessions/session.service.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { importWorkedProvince } from '../../support/records/worked-province.js';
import { startServer, type TestServer } from '../../support/server.js';

const asOf = '2024-03-01';

let database: TestDatabase;
let server: TestServer;
let app: INestApplication;
/** An inspector of the finance bureau and the county below it. */
let bureau: Scope;

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await importWorkedProvince(server);
  const config = readConfig({ PROBITY_DATA_DIR: server.dataFolder, PROBITY_DEMO: 'off' });
  app = await createApplication(config, database.url);
  const { rows } = await database.client.query<{ enter: number; leave: number }>(
    `SELECT enter, leave FROM unit_tree JOIN units USING (unit_id) WHERE unit_code = 'F'`,
  );
  bureau = {
    ...{ subject: 'inspector', roles: new Set(['inspector']), units: rows[0] },
    ...{ hidden: [], mayApprove: true, system: false },
  };
});
afterAll(async () => {
  await app.close();
  await server.stop();
  await database.stop();
});

/** A service whose methods work on the inspector's behalf. */
function service<T extends object>(type: new (...dependencies: never[]) => T): T {
  return new Proxy(app.get(type, { strict: false }), {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) => runAs(bureau, () => method.apply(target, given) as unknown);
    },
  });
}

describe('somebody with a part of the tree', () => {
  it('finds the people of that part, and no one whom another unit has authority over', async () => {
    const { rows } = await service(CadresService).search(bureau, { q: '', limit: 10 });
    // S002 is in the bureau, but managed by the province.
    expect(rows.map(({ staffNo }) => staffNo)).toEqual(['S001', 'S004', 'S005']);
  });

  it.each(['S002', 'S003'])('is told of others what is told of nobody: %s', async (staffNo) => {
    const reads = [
      (number: string) => service(CadresService).find(bureau, number),
      (number: string) => service(CadreScoreService).explain(bureau, number, { asOf }, 'en'),
      (number: string) => service(CadreScoreService).history(bureau, number, { asOf, months: 1 }),
      (number: string) =>
        service(CadreRecordsService).list(bureau, number, { offset: 0, limit: 10 }),
    ];
    for (const read of reads) {
      const of = (number: string) => read(number).catch((error: Error) => error.message);
      expect(await of(staffNo)).toBe((await of('S999')).toString().replace('S999', staffNo));
    }
  });

  it('sees the tree from there down', async () => {
    const tree = await service(UnitsService).tree(bureau);
    expect(tree.map(({ code, parentCode }) => [code, parentCode])).toEqual([
      ['F', null],
      ['C', 'F'],
    ]);
    await expect(service(UnitsService).subtree(bureau, 'P')).rejects.toThrow(
      'There is no unit with the code P',
    );
  });

  it('has people counted whom they may ask about, now and over time', async () => {
    const summary = await service(UnitSummaryService).summarise(bureau, 'F', { asOf, months: 1 });
    expect(summary).toMatchObject({
      cadreCount: 2,
      trend: [{ asOf: '2024-02-29', cadreCount: 2 }, { cadreCount: 2 }],
    });
    expect(summary.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });

  it('is told which part it is', async () => {
    expect(await service(SessionService).describe(bureau)).toMatchObject({
      name: 'inspector',
      roles: ['inspector'],
      scope: { unitCode: 'F', unitName: 'Finance bureau 财政局' },
    });
  });
});
