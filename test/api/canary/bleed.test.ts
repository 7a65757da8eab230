import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAs } from '../../../api/dist/platform/access/current-scope.js';
import { wholeScope } from '../../../api/dist/platform/access/scope.js';
import { cursorPages } from '../../../api/dist/platform/database/cursor-pages.js';
import { APP_CONNECTIONS } from '../../../api/dist/platform/database/database.js';
import { CALLER, SUBJECT } from '../../../api/dist/platform/database/guard/caller.js';
import { settingsFor } from '../../../api/dist/platform/database/guard/settings.js';
import {
  type GuardedRows,
  IN_A_UNIT,
  inspectorOf,
  startGuardedRows,
  UNITS,
} from './guarded-rows.js';

const REQUESTS = 600;

let rows: GuardedRows;
beforeAll(async () => {
  rows = await startGuardedRows();
});
afterAll(() => rows.stop());

interface Counted {
  readonly unit: number;
  readonly count: number;
}

const COUNTS = 'SELECT scope_unit_id AS unit, count(*) AS count FROM scores GROUP BY 1 ORDER BY 1';
const own = (unit: number): Counted[] => [{ unit, count: IN_A_UNIT }];

/** A read on behalf of a unit's inspector. */
const read = (unit: number) => runAs(inspectorOf(unit), () => rows.database.query<Counted>(COUNTS));

/** Ways in which a request goes wrong, each with what it says; the last one is right. */
const ways: readonly ((unit: number) => Promise<unknown>)[] = [
  (unit) =>
    runAs(inspectorOf(unit), () =>
      rows.database.transaction(async (client) => {
        await client.query(COUNTS);
        await client.query('SELECT 1 / 0');
      }),
    ),
  (unit) =>
    runAs(inspectorOf(unit), () =>
      rows.database.transaction(async (client) => {
        await client.query(COUNTS);
        throw new Error('the caller went away');
      }),
    ),
  (unit) =>
    runAs(inspectorOf(unit), () =>
      rows.database.transaction(async (client) => {
        await client.query('SET LOCAL statement_timeout = 1');
        await client.query('SELECT count(*) FROM scores a, scores b, scores c');
      }),
    ),
  (unit) =>
    runAs(inspectorOf(unit), () =>
      rows.database.query('SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(10)'),
    ),
  // The server ends a connection that waits for the next question: nobody listens to it then.
  (unit) =>
    runAs(inspectorOf(unit), () =>
      rows.database.transaction(async (client) => {
        const { rows: found } = await client.query<{ pid: number }>(
          'SELECT pg_backend_pid() AS pid',
        );
        const ended = new Promise((done) => client.once('end', done));
        await rows.server.client.query('SELECT pg_terminate_backend($1)', [found[0]?.pid]);
        await ended;
        await client.query(COUNTS);
      }),
    ),
];

/** A list that is left after its first rows. */
async function leftEarly(unit: number): Promise<Counted[]> {
  return runAs(inspectorOf(unit), async () => {
    const seen = new Set<number>();
    const sql = 'SELECT scope_unit_id AS unit FROM scores';
    for await (const page of cursorPages<Counted>(rows.database, sql, [])) {
      for (const row of page) seen.add(row.unit);
      break;
    }
    return [...seen].map((seenUnit) => ({ unit: seenUnit, count: IN_A_UNIT }));
  });
}

/** What the connections of callers say of themselves between two transactions. */
async function betweenTransactions(): Promise<unknown[]> {
  const begun = Array.from({ length: APP_CONNECTIONS }, () =>
    runAs(inspectorOf(1), () => rows.database.begin()),
  );
  const held = await Promise.all(begun);
  const told = [];
  for (const { client, rollback } of held) {
    await client.query('ROLLBACK');
    const { rows: settings } = await client.query(
      `SELECT value FROM unnest($1::text[]) s(name), LATERAL (SELECT current_setting(name, true) AS value) told
       WHERE coalesce(value, '') <> ''`,
      [[SUBJECT, CALLER]],
    );
    told.push(...settings);
    await rollback();
  }
  return told;
}

it('leaves nothing of one caller to the next, whatever goes wrong between them', async () => {
  const requests = Array.from({ length: REQUESTS }, async (_, number) => {
    const unit = 1 + ((number * 7) % UNITS);
    const way = ways[number % (2 * ways.length)];
    if (way) {
      const failed = await way(unit).then(
        () => false,
        () => true,
      );
      expect(failed, `way ${number % (2 * ways.length)}`).toBe(true);
    } else if (number % 3 === 0) expect(await leftEarly(unit)).toEqual(own(unit));
    else expect(await read(unit)).toEqual(own(unit));
  });
  await Promise.all(requests);
  expect(await betweenTransactions()).toEqual([]);
  for (let unit = 1; unit <= UNITS; unit++) expect(await read(unit)).toEqual(own(unit));
});

it('asks anew who asks, even where a session says something of its own', async () => {
  const begun = Array.from({ length: APP_CONNECTIONS }, () =>
    runAs(inspectorOf(1), () => rows.database.begin()),
  );
  for (const { client, commit } of await Promise.all(begun)) {
    const everything = settingsFor(wholeScope('nobody'));
    await client.query(everything.replaceAll('SET LOCAL', 'SET'));
    await commit();
  }
  const units = Array.from({ length: APP_CONNECTIONS * 3 }, (_, at) => 1 + (at % UNITS));
  const told = await Promise.all(units.map(read));
  expect(told).toEqual(units.map(own));
});
