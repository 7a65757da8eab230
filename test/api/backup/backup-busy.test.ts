import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryDataFolder } from '../../../api/dist/platform/database/embedded-binaries.js';
import { backUp, backupEnv, restored } from '../../support/backup/backups.js';
import { countsOf, importFile } from '../../support/records/imports.js';
import { startServer, type TestServer } from '../../support/server.js';

const PEOPLE = 40;
const OPINIONS_EACH = 25;
const BACKUPS = 3;
const DAY = '2026-06-30';

const staffNo = (person: number) => `S${String(person).padStart(3, '0')}`;

/** One import: everybody gets opinions. */
const opinions = (round: number) => [
  'ref,staff_no,given_on,respondent,circle,rating',
  ...Array.from({ length: PEOPLE * OPINIONS_EACH }, (_, row) => {
    const rating = ((row + round) % 5) - 2;
    return `R${round}-${row},${staffNo(row % PEOPLE)},2026-0${1 + (row % 6)}-11,peer,work,${rating}`;
  }),
];

interface Import {
  readonly status: string;
  readonly kind: string;
  readonly accepted: number;
}

let server: TestServer;
const target = temporaryDataFolder();
beforeAll(async () => {
  server = await startServer({ env: backupEnv });
  const people = Array.from({ length: PEOPLE }, (_, person) => `${staffNo(person)},Name ${person}`);
  await importFile(server, 'cadres', ['staff_no,name', ...people]);
});
afterAll(async () => {
  await server.stop();
  rmSync(target, { recursive: true, force: true });
});

/** Everything of a score but the place among the others, which a replay of one person doesn't have. */
async function score(of: TestServer, person: number, query: string): Promise<object> {
  const { position, rank, ...own } = await of.json<{ position: unknown; rank: unknown }>(
    `/api/cadres/${staffNo(person)}/score?asOf=${DAY}${query}`,
  );
  return own;
}

it('a backup of a busy system is that system at one instant', { timeout: 240_000 }, async () => {
  let stop = false;
  const importing = (async () => {
    let rounds = 0;
    while (!stop) await importFile(server, 'inspection-opinion', opinions(rounds++));
    return rounds;
  })();
  const reading = Promise.all(
    Array.from({ length: 4 }, async (_, reader) => {
      for (let asked = reader; !stop; asked++) {
        await server.json(`/api/rankings?asOf=${DAY}&limit=100`);
        await score(server, asked % PEOPLE, '');
      }
    }),
  );
  let path = '';
  for (let backup = 0; backup < BACKUPS; backup++) ({ path } = await backUp(server));
  stop = true;
  const [rounds] = await Promise.all([importing, reading]);

  const found = await restored(target, path);
  expect(found.log).toMatchObject({ ok: true });
  const again = await startServer({ dataFolder: target, env: backupEnv });
  try {
    const { rows: imports } = await again.json<{ rows: Import[] }>('/api/imports?limit=1000');
    const committed = imports.filter(
      ({ status, kind }) => status === 'committed' && kind !== 'cadres',
    );
    expect(committed.length).toBeGreaterThan(0);
    expect(imports.length - 1 - committed.length).toBe(found.importCount);
    // What the old system knew at the snapshot's instant is what the new one knows now.
    const { knownAt, rows } = await again.json<{ knownAt: string; rows: { staffNo: string }[] }>(
      `/api/rankings?asOf=${DAY}&limit=1000`,
    );
    expect(rows).toHaveLength(PEOPLE);
    for (let person = 0; person < PEOPLE; person++) {
      const here = await score(again, person, '');
      expect(here).toEqual(await score(server, person, `&knownAt=${encodeURIComponent(knownAt)}`));
    }
    // An import that the snapshot did not have yet is new; one that it had is known by its bytes.
    const last = await importFile(again, 'inspection-opinion', opinions(rounds));
    expect(countsOf(last).slice(0, 3)).toEqual([PEOPLE * OPINIONS_EACH, PEOPLE * OPINIONS_EACH, 0]);
    const known = await importFile(again, 'inspection-opinion', opinions(0));
    expect(countsOf(known).slice(0, 3)).toEqual([
      PEOPLE * OPINIONS_EACH,
      0,
      PEOPLE * OPINIONS_EACH,
    ]);
    expect(await again.json('/api/audit/verify')).toMatchObject({ ok: true });
  } finally {
    await again.stop({ keep: true });
  }
});
