import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../../../api/dist/platform/database/migrate.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDatabase();
  await migrate(database.url);
});
afterAll(() => database.stop());

/** What row security looks units up in. */
async function kept(): Promise<number[]> {
  const { rows } = await database.client.query<{ enters: number[] }>(
    'SELECT enters FROM unit_enters',
  );
  return rows[0]?.enters ?? [];
}

/** The same, by the tree. */
async function wanted(): Promise<number[]> {
  const { rows } = await database.client.query<{ unit: number; enter: number }>(
    'SELECT unit_id::int AS unit, enter FROM unit_tree',
  );
  const enters = new Array(Math.max(0, ...rows.map(({ unit }) => unit))).fill(0);
  for (const { unit, enter } of rows) enters[unit - 1] = enter;
  return enters;
}

it.each([
  [
    'units with gaps in their numbers',
    'INSERT INTO unit_tree VALUES (9, 1, 4, 0), (3, 2, 3, 1), (4, 3, 3, 2)',
    [0, 0, 2, 3, 0, 0, 0, 0, 1],
  ],
  ['another place', 'UPDATE unit_tree SET enter = 7, leave = 7 WHERE unit_id = 4', [0, 0, 2, 7]],
  ['one unit fewer', 'DELETE FROM unit_tree WHERE unit_id = 9', [0, 0, 2, 7]],
  ['no unit at all', 'TRUNCATE unit_tree', []],
])('where units begin is written with the tree: %s', async (_, statement, begins) => {
  await database.client.query(statement);
  expect(await kept()).toEqual(await wanted());
  expect((await kept()).slice(0, begins.length)).toEqual(begins);
});

it('is there once', async () => {
  await expect(
    database.client.query("INSERT INTO unit_enters (enters) VALUES ('{}')"),
  ).rejects.toThrow(/duplicate key/);
});
