import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './database.module.js';
import { guardDatabase } from './guard/guard.js';
import { ownerConnection } from './guard/roles.js';
import { refuseHalfRestored } from './half-restored.js';

/** Any number, the same in every process: whoever holds it changes the schema. */
export const MIGRATION_LOCK = 7_106_249;

/** Brings the schema at `url` (the owner's address) and its guards up to date. Processes that start together do it one after another. Throws a HalfRestored where a restore was cut short. */
export async function migrate(url: string): Promise<void> {
  const gate = new pg.Client(ownerConnection(url));
  await gate.connect();
  try {
    await gate.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseHalfRestored(gate);
    const dataSource = new DataSource(dataSourceOptions(ownerConnection(url)));
    await dataSource.initialize();
    try {
      await dataSource.runMigrations();
    } finally {
      await dataSource.destroy();
    }
    await guardDatabase(gate, url);
  } finally {
    await gate.end();
  }
}
