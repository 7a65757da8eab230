import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Scope } from '../../../api/dist/platform/access/scope.js';
import { Database } from '../../../api/dist/platform/database/database.js';
import { dataSourceOptions } from '../../../api/dist/platform/database/database.module.js';
import { databaseReach } from '../../../api/dist/platform/database/guard/roles.js';
import { migrate } from '../../../api/dist/platform/database/migrate.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';

/** Units of a few people each, one beside the other, in a published run. */
export const UNITS = 40;
export const IN_A_UNIT = 50;

/** The product's own way to a database with rows of many scopes in it. */
export interface GuardedRows {
  readonly server: TestDatabase;
  readonly database: Database;
  stop(): Promise<void>;
}

/** Starts a database of its own and fills it. */
export async function startGuardedRows(): Promise<GuardedRows> {
  const server = await startDatabase();
  await migrate(server.url);
  await server.client.query(
    `INSERT INTO unit_tree (unit_id, enter, leave, depth) SELECT n, n, n, 1 FROM generate_series(1, $1) n`,
    [UNITS],
  );
  await server.client.query(
    `INSERT INTO scores (run_id, from_run, cadre_id, staff_no, name, scope_unit_id, head, total, subtotals, present,
       applicable, band, ranked, tie_break, overdue_count, office_overdue_count)
     SELECT 1, 1, n, 'S' || n, 'N', 1 + n % $1, false, 0, '{}', 0, 0, 0, true, 0, 0, 0 FROM generate_series(1, $2) n`,
    [UNITS, UNITS * IN_A_UNIT],
  );
  const reach = await databaseReach(server.url);
  const dataSource = new DataSource(dataSourceOptions(reach.worker));
  await dataSource.initialize();
  const database = new Database(dataSource, reach);
  return {
    server,
    database,
    async stop() {
      await database.onApplicationShutdown();
      await dataSource.destroy();
      await server.stop();
    },
  };
}

/** An inspector of one of the units (1 to UNITS). */
export const inspectorOf = (unit: number): Scope => ({
  subject: `inspector-${unit}`,
  roles: new Set(['inspector']),
  units: { enter: unit, leave: unit },
  hidden: [],
  mayApprove: false,
  system: false,
});

/** A connection of a role of its own, outside any pool; the caller ends it. */
export async function connectedAs(
  { database }: GuardedRows,
  role: 'app' | 'exporter' | 'worker',
): Promise<pg.Client> {
  const client = new pg.Client(database.reach[role]);
  await client.connect();
  return client;
}
