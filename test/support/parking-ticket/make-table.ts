import pg from 'pg';
import { DataSource } from 'typeorm';
import { createApplication } from '../../../api/dist/application.js';
import { readConfig } from '../../../api/dist/platform/config.js';
import { migrate } from '../../../api/dist/platform/database/migrate.js';

// Migrates the database at the given address, makes what is still missing, and tells it: what the
// command for a new migration would write.
const [url = ''] = process.argv.slice(2);
await migrate(url);
const app = await createApplication(readConfig({ PROBITY_DEMO: 'off' }), url);
const dataSource = app.get(DataSource);
const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
await app.close();
// As a migration would: by the owner, since those who work on the tables may not make any.
const owner = new pg.Client({ connectionString: url });
await owner.connect();
for (const { query } of upQueries) {
  await owner.query(query);
  process.stdout.write(`${query}\n`);
}
await owner.end();
process.exit(0);
