import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Draw } from '../../../api/src/demo/province/draw.js';
import {
  type Checkpoint,
  parseCheckpoint,
} from '../../../api/src/platform/audit/chain/checkpoint.js';
import { CHECKPOINT_LOCK } from '../../../api/src/platform/audit/chain/checkpoints.service.js';
import { verifyLog } from '../../../api/src/platform/audit/chain/verify-log.js';
import { databaseTypes } from '../../../api/src/platform/database/types.js';
import { probity } from '../../support/cli.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import { startServer, type TestServer } from '../../support/server.js';
import { fillLog } from './long-log.js';
import { everyKind, type Tampering, tamper } from './tampering.js';

/** PROBITY_AUDIT_ENTRIES=100000 for the log of a year. */
const ENTRY_COUNT = Number(process.env.PROBITY_AUDIT_ENTRIES ?? 30_000);
const TAMPERING_COUNT = 1_000;
const SEED = 20_261_122;

let database: TestDatabase;
let server: TestServer;
let client: pg.Client;
let key: KeyObject;
let checkpoints: Checkpoint[];

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  client = new pg.Client({
    connectionString: database.url,
    types: databaseTypes as pg.CustomTypesConfig,
    options: '-c TimeZone=UTC',
  });
  await client.connect();
  await fillLog(client, new Draw(SEED), ENTRY_COUNT, () =>
    server.json('/api/audit/checkpoints', { method: 'POST' }),
  );
  key = createPrivateKey(readFileSync(join(server.dataFolder, 'audit-key.pem')));
  checkpoints = readFileSync(join(server.dataFolder, 'checkpoints', 'checkpoints.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => parseCheckpoint(line) as Checkpoint);
  // Whoever is superuser may do that.
  await client.query('ALTER TABLE audit_log DISABLE TRIGGER ALL');
  await client.query('ALTER TABLE audit_head DISABLE TRIGGER ALL');
}, 240_000);
afterAll(async () => {
  await client.end();
  await server.stop();
  await database.stop();
});

/**
 * Looks at the part of the log between the checkpoints around a tampering, as a look at all of it
 * would when it comes there; at all that is left where the end is gone.
 */
function lookAround({ first, last }: Tampering) {
  const before = checkpoints.findLast(({ seq }) => seq < first);
  const behind = checkpoints.find(({ seq }) => seq >= last);
  const within = checkpoints.filter(
    ({ seq }) => seq > (before?.seq ?? 0) && seq <= (behind?.seq ?? Number.MAX_SAFE_INTEGER),
  );
  return verifyLog(client, within, key, {
    ...(before && { after: { seq: before.seq, hash: Buffer.from(before.hash, 'hex') } }),
    ...(behind && { upTo: behind.seq }),
  });
}

describe('somebody with every right in the database', () => {
  it('finds a log that is whole', async () => {
    expect(checkpoints.length).toBeGreaterThan(50);
    expect(await server.json('/api/audit/verify')).toMatchObject({
      ok: true,
      checkpoints: checkpoints.length,
    });
  });

  it(`is found out ${TAMPERING_COUNT} times of ${TAMPERING_COUNT}`, async () => {
    const draw = new Draw(SEED + 1);
    const signed = checkpoints.at(-1)?.seq ?? 0;
    const missed: Tampering[] = [];
    const found = new Map<string, number>();
    for (let tried = 0; tried < TAMPERING_COUNT; tried++) {
      await client.query('BEGIN');
      // Far enough from the last checkpoint for whatever reaches some entries further.
      const tampering = await tamper(client, draw, draw.whole(2, signed - 400));
      const { firstBad } = await lookAround(tampering);
      await client.query('ROLLBACK');
      const kind = tampering.what.split(':', 1)[0] ?? '';
      if (firstBad) found.set(kind, (found.get(kind) ?? 0) + 1);
      else missed.push(tampering);
    }
    expect(missed).toEqual([]);
    expect(found.size).toBe(everyKind.length);
  }, 240_000);

  it.each(everyKind.map((kind, at) => [kind.name, kind, at] as const))(
    'is found out by the command, too: %s',
    async (_, kind, at) => {
      const file = join(server.dataFolder, 'checkpoints', 'checkpoints.jsonl');
      const signed = readFileSync(file);
      // Nothing is signed until everything is as it was.
      await client.query('SELECT pg_advisory_lock($1)', [CHECKPOINT_LOCK]);
      const seq = (checkpoints.at(-1)?.seq ?? 0) - 500 - at;
      await client.query(`CREATE TABLE untouched AS SELECT * FROM audit_log WHERE seq >= ${seq}`);
      await client.query('CREATE TABLE untouched_head AS TABLE audit_head');
      await kind(client, new Draw(SEED + at), seq);
      const { code, stdout } = await probity(server.url, ['audit', 'verify']);
      expect(stdout).toMatch(/^The audit log was tampered with at entry \d+: /);
      expect(code).toBe(1);
      await client.query(`DELETE FROM audit_log WHERE seq >= ${seq} OR seq < 0`);
      await client.query('INSERT INTO audit_log TABLE untouched');
      await client.query(
        'UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM untouched_head)',
      );
      await client.query('DROP TABLE untouched, untouched_head');
      writeFileSync(file, signed);
      await client.query('SELECT pg_advisory_unlock($1)', [CHECKPOINT_LOCK]);
    },
  );

  it('raises the alarm within the minute, where it is done to what was not yet signed', async () => {
    await server.json('/api/units');
    await client.query(
      "UPDATE audit_log SET subject = 'nobody' WHERE seq = (SELECT max(seq) FROM audit_log)",
    );
    await server.json('/api/audit/checkpoints', { method: 'POST' });
    expect(await (await server.fetch('/api/metrics')).text()).toMatch(
      /^probity_audit_bad_entry [1-9]/m,
    );
    await client.query(`UPDATE audit_log SET subject = 'bootstrap' WHERE subject = 'nobody'`);
  });

  it('leaves no trace in the tests themselves: the log is whole again', async () => {
    const { code, stdout } = await probity(server.url, ['audit', 'verify']);
    expect(stdout).toMatch(/^The audit log is whole: \d+ entries, \d+ signed checkpoints/);
    expect(code).toBe(0);
  });
});
