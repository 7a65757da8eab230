import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sources } from '@probity/analytics';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseTypes } from '../../../api/dist/platform/database/types.js';
import { ByteLines } from '../../../api/dist/scoring/copy/byte-lines.js';
import { copyRows } from '../../../api/dist/scoring/copy/copy-rows.js';
import { HeldEvidence } from '../../../api/dist/scoring/load/held-evidence.js';
import { KNOWN_NOW } from '../../../api/dist/scoring/load/record-query.js';
import { loadRegister, ownersIn } from '../../../api/dist/scoring/load/register.js';
import { loadSource } from '../../../api/dist/scoring/load/source-rows.js';
import { Snapshots } from '../../../api/dist/scoring/snapshot/snapshots.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { refreshHeld } from '../../support/held-columns.js';
import { csvOf, importAll } from '../../support/records/importing.js';
import { importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

let database: TestDatabase;
let server: TestServer;
let client: pg.Client;
const folder = mkdtempSync(join(tmpdir(), 'columns-'));

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await importSmallProvince(server);
  client = new pg.Client({ connectionString: database.url, types: databaseTypes as never });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await server.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

const refresh = (held: HeldEvidence) => refreshHeld(client, held);
const loadedAnew = () => refresh(new HeldEvidence());

const finding = (staffNo: string, ref: string) =>
  csvOf(
    'ref,staff_no,audit_no,phase,found_on,severity',
    `${ref},${staffNo},AU-9,in_term,2026-06-01,2`,
  );

describe('a snapshot of the columns', () => {
  const lines: string[] = [];
  const snapshots = () => new Snapshots(folder, (line) => lines.push(line), 1);
  const latest = () => join(folder, readdirSync(folder)[0] ?? '');

  async function written(): Promise<void> {
    const writing = snapshots();
    rmSync(folder, { recursive: true, force: true });
    await refresh(new HeldEvidence(writing));
    await writing.settled();
  }

  /** What columns are when they begin with what is on the disk, and what was logged meanwhile. */
  async function started() {
    lines.length = 0;
    const reading = snapshots();
    const held = await refresh(new HeldEvidence(reading));
    await reading.settled();
    return { held, logged: [...lines] };
  }

  it('gives the columns back as they were, and is for the product alone to read', async () => {
    await written();
    const { held, logged } = await started();
    const anew = await loadedAnew();
    expect(logged).toEqual([]);
    expect(held.digest.everything).toBe(anew.digest.everything);
    expect(held.register).toEqual(anew.register);
    expect(held.evidence).toEqual(anew.evidence);
    expect(held.authority).toEqual(anew.authority);
    for (const name of readdirSync(latest())) {
      expect(statSync(join(latest(), name)).mode & 0o777).toBe(0o600);
    }
  });

  it('is followed by what was committed since', async () => {
    await written();
    await importAll(server, 'audit-finding', finding('S004', 'AF-SNAP'));
    const { held, logged } = await started();
    const anew = await loadedAnew();
    expect(logged).toEqual([]);
    expect(held.digest.everything).toBe(anew.digest.everything);
    expect(held.knownAt).toBe(anew.knownAt);
  });

  const cutInHalf = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);
  const withAnotherBit = (bytes: Buffer) => {
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
    return bytes;
  };

  it.each([
    ['people.arrow', cutInHalf],
    ['audit-finding.arrow', withAnotherBit],
    ['manifest.json', withAnotherBit],
  ])('is not used once %s is damaged (%o), and is made anew', async (name, damage) => {
    await written();
    const path = join(latest(), name);
    writeFileSync(path, damage(readFileSync(path)));
    const { held, logged } = await started();
    expect(logged).toEqual([expect.stringContaining('damaged')]);
    expect(held.digest.everything).toBe((await loadedAnew()).digest.everything);
    expect((await started()).logged).toEqual([]);
  });

  it('is not used for a database that only looks the same', async () => {
    await written();
    await client.query('CREATE TABLE other (LIKE cadres INCLUDING ALL)');
    await client.query('INSERT INTO other SELECT * FROM cadres');
    await client.query('ALTER TABLE cadres RENAME TO before');
    await client.query('ALTER TABLE other RENAME TO cadres');
    expect((await started()).logged).toEqual([expect.stringContaining('database')]);
    await client.query('DROP TABLE cadres');
    await client.query('ALTER TABLE before RENAME TO cadres');
  });

  it('does not keep anybody who was removed', async () => {
    await written();
    const { rows } = await client.query(`SELECT cadre_id FROM cadres WHERE staff_no = 'S006'`);
    await client.query('BEGIN');
    await client.query('UPDATE commit_clock SET at = clock_timestamp()');
    await client.query('DELETE FROM cadres WHERE cadre_id = $1', [rows[0].cadre_id]);
    await client.query(
      `INSERT INTO removed_records (removal_id, cadre_id, kind, record_count, recorded_from, removed_at)
       SELECT 1, $1, 'cadres', 1, at, at FROM commit_clock`,
      [rows[0].cadre_id],
    );
    await client.query('COMMIT');
    const { held } = await started();
    expect(held.register.staffNos).not.toContain('S006');
    expect(readFileSync(join(latest(), 'people.arrow')).includes('S006')).toBe(false);
    expect((await started()).held.digest.everything).toBe((await loadedAnew()).digest.everything);
  });
});

describe('rows out of bytes', () => {
  it('are those of the same rows as texts, whatever is in them', async () => {
    await importAll(server, 'audit-finding', finding('S002', 'A\\N \\t王\\'));
    await importAll(
      server,
      'debriefing-score',
      csvOf(
        'staff_no,year,held_on,score,grade',
        'S002,2024,2025-01-20,72.3,competent',
        'S004,2023,2024-01-20,0.1,incompetent',
      ),
    );
    await importAll(
      server,
      'personal-matter-report',
      csvOf('staff_no,period,kind,topic,due_on', 'S002,2024年度,annual,,2025-01-31'),
    );
    const read = copyRows(client);
    const register = await loadRegister(read, KNOWN_NOW);
    for (const source of sources) {
      const bytes = await loadSource(read, source, ownersIn(register), KNOWN_NOW);
      const texts = await loadSource((sql) => read(sql), source, ownersIn(register), KNOWN_NOW);
      expect(bytes).toEqual(texts);
    }
  });

  it('come whole, wherever the pieces end', () => {
    const text = Buffer.from('1\t\ta\\tb\\\\\n22\t王\t\n');
    const expected = [
      ['1', null, 'a\tb\\'],
      ['22', '王', null],
    ];
    for (let cut = 0; cut <= text.length; cut++) {
      const lines = new ByteLines(3);
      const rows: (string | null)[][] = [];
      for (const piece of [text.subarray(0, cut), text.subarray(cut)]) {
        lines.take(Buffer.from(piece), (bytes) => {
          rows.push(
            Array.from(lines.starts, (start, at) =>
              start < 0 ? null : Buffer.from(bytes.subarray(start, lines.ends[at])).toString(),
            ),
          );
        });
      }
      expect(rows).toEqual(expected);
    }
  });
});

describe('columns that follow the tables', () => {
  const held = new HeldEvidence();

  /** Changes records as a commit does, at an instant of its own. */
  async function commit(sql: string, by = client): Promise<void> {
    await by.query('BEGIN');
    await by.query(
      `UPDATE commit_clock SET at = greatest(clock_timestamp(), at + interval '1 microsecond')`,
    );
    await by.query(sql);
    await by.query('COMMIT');
  }

  async function expectAsAnew() {
    const followed = await refresh(held);
    const anew = await loadedAnew();
    expect(followed.digest.everything).toBe(anew.digest.everything);
    expect(followed.register.ids).toEqual(anew.register.ids);
    expect(followed.register.staffNos).toEqual(anew.register.staffNos);
    expect(followed.register.names).toEqual(anew.register.names);
    expect(followed.authority).toEqual(anew.authority);
    expect(followed.evidence.sources).toEqual(anew.evidence.sources);
    expect(followed.evidence.cadres.postings.from).toEqual(anew.evidence.cadres.postings.from);
    return followed;
  }

  it('take up somebody new, whoever comes before and after', async () => {
    await refresh(held);
    await importAll(server, 'cadres', csvOf('staff_no,name,unit_code,post', 'S003,Wu,PB,Porter'));
    await importAll(server, 'audit-finding', finding('S003', 'AF-NEW'));
    const { register, changed } = await expectAsAnew();
    expect(changed).toEqual([register.ids[register.staffNos.indexOf('S003')]]);
  });

  it('follow other fields and postings of the same people', async () => {
    await importAll(server, 'cadres', csvOf('staff_no,name,unit_code,post', 'S003,Wu,PA,Gardener'));
    await importAll(
      server,
      'postings',
      csvOf('staff_no,unit_code,from_on,to_on,post', 'S003,PB,2020-01-01,2021-01-01,Porter'),
    );
    const { touched } = await expectAsAnew();
    expect(touched).toHaveLength(1);
  });

  it('let go of somebody who left the register, and have all records when they come back', async () => {
    const { rows } = await client.query(
      `SELECT id, cadre_id FROM cadres WHERE staff_no = 'S003' AND superseded_at IS NULL`,
    );
    const [{ id, cadre_id: cadreId }] = rows;
    await commit(
      `UPDATE cadres SET superseded_at = (SELECT at FROM commit_clock) WHERE id = ${id}`,
    );
    expect((await expectAsAnew()).register.ids).not.toContain(cadreId);
    await commit(`UPDATE cadres SET superseded_at = NULL,
      recorded_at = (SELECT at FROM commit_clock) WHERE id = ${id}`);
    const { register, evidence } = await expectAsAnew();
    const cadre = register.indexOf.get(cadreId) ?? -1;
    const { from } = evidence.sources['audit-finding'] ?? { from: [] };
    expect((from[cadre + 1] ?? 0) - (from[cadre] ?? 0)).toBe(1);
  });

  it.each([
    [
      'each called otherwise',
      'inspection-opinion',
      'given_on, respondent, circle, rating, channel',
      `'peer', 'work', 1, 'ballot'`,
      'G',
    ],
    [
      'some called as before',
      'inspection-opinion',
      'given_on, respondent, circle, rating, channel',
      `'peer', 'work', -1, 'ballot'`,
      'G',
    ],
    [
      'of a kind that numbers them',
      'audit-finding',
      'found_on, audit_no, phase, severity',
      `'AU-9', 'in_term', 2`,
      'G',
    ],
  ])(
    'take up very many new records of the same people, %s',
    async (_, kind, fields, values, ref) => {
      await refresh(held);
      await commit(`
      INSERT INTO ${kind.replace('-', '_')} (cadre_id, record_key, source_system, version, import_id,
        recorded_at, ref, ${fields})
      SELECT cadre_id, '${ref}' || staff_no || n, clock.at::text, 1, 1, clock.at, '${ref}' || n,
        DATE '2026-06-01' - n, ${values}
      FROM cadres, commit_clock clock, generate_series(1, 1500) n
      WHERE superseded_at IS NULL AND staff_no IN ('S004', 'S005')`);
      const { changed } = await expectAsAnew();
      expect(changed).toHaveLength(2);
    },
  );

  it('miss nothing of transactions that commit late, in whatever order they began', async () => {
    await refresh(held);
    const end = (ref: string) =>
      `UPDATE audit_finding SET superseded_at = (SELECT at FROM commit_clock) WHERE ref = '${ref}'`;
    const [early, late] = [0, 1].map(() => new pg.Client({ connectionString: database.url }));
    await Promise.all([early?.connect(), late?.connect()]);
    // The first has its instant and its rows, and waits; the second waits for the first.
    await early?.query('BEGIN');
    await early?.query('UPDATE commit_clock SET at = clock_timestamp()');
    await early?.query(end('AF-NEW'));
    const second = commit(end('AF-SNAP'), late);
    const { knownAt, touched } = await refresh(held);
    expect(touched).toEqual([]);
    // A reader that began before either commit and ends after both.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SELECT FROM commit_clock');
    await early?.query('COMMIT');
    await second;
    expect(await held.refresh(client)).toMatchObject({ knownAt, touched: [] });
    await client.query('COMMIT');
    const { changed } = await expectAsAnew();
    expect(changed).toHaveLength(2);
    await Promise.all([early?.end(), late?.end()]);
  });
});
