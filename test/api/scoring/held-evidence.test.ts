import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseTypes } from '../../../api/dist/platform/database/types.js';
import { HeldEvidence } from '../../../api/dist/scoring/load/held-evidence.js';
import { Snapshots } from '../../../api/dist/scoring/snapshot/snapshots.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, importAll } from '../../support/importing.js';
import { startServer, type TestServer } from '../../support/server.js';
import { importSmallProvince } from '../../support/small-province.js';

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

/** Brings columns up to what is committed now, as the scoring thread does. */
async function refresh(held: HeldEvidence) {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const refreshed = await held.refresh(client);
  await client.query('COMMIT');
  return refreshed;
}

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
    expect(held.digest).toBe(anew.digest);
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
    expect(held.digest).toBe(anew.digest);
    expect(held.knownAt).toBe(anew.knownAt);
  });

  it.each(['people.arrow', 'audit-finding.arrow', 'manifest.json'])(
    'is not used once %s is cut in half or has another bit, and is made anew',
    async (name) => {
      for (const damage of [
        (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1),
        (bytes: Buffer) => {
          bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
          return bytes;
        },
      ]) {
        await written();
        const path = join(latest(), name);
        writeFileSync(path, damage(readFileSync(path)));
        const { held, logged } = await started();
        expect(logged).toEqual([expect.stringContaining('damaged')]);
        expect(held.digest).toBe((await loadedAnew()).digest);
        expect((await started()).logged).toEqual([]);
      }
    },
  );

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
    expect((await started()).held.digest).toBe((await loadedAnew()).digest);
  });
});
