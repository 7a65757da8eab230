import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBackup } from '../../../api/dist/backup/restore/read-backup.js';
import { temporaryDataFolder } from '../../../api/dist/platform/database/embedded-binaries.js';
import { body } from '../../support/access/sign-in.js';
import type { LogEntry } from '../../support/audit.js';
import {
  backUp,
  below,
  passphrase,
  passphraseEnv,
  type Restored,
  restored,
  runRestore,
  seen,
  type WrittenBackup,
} from '../../support/backup/backups.js';
import { probity } from '../../support/cli.js';
import { countsOf, importFile } from '../../support/records/imports.js';
import { DAY, importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
let backup: WrittenBackup;
let before: Record<string, unknown>;
/** A program's token for one bureau, and what it saw before the backup. */
let token: string;
let bureauBefore: string[];
const target = temporaryDataFolder();
beforeAll(async () => {
  server = await startServer({ env: passphraseEnv });
  await importSmallProvince(server);
  before = await seen(server, DAY);
  const limited = body('POST', { name: 'program', roles: ['service'], unit: 'PB', days: 1 });
  token = (await server.json<{ token: string }>('/api/tokens', limited)).token;
  bureauBefore = await seenByBureau(server);
  backup = await backUp(server);
});
afterAll(async () => {
  await server.stop();
  rmSync(target, { recursive: true, force: true });
});

/** Whom the program of one bureau finds in the ranking. */
async function seenByBureau({ url }: TestServer): Promise<string[]> {
  const answer = await fetch(`${url}/api/rankings?asOf=${DAY}&limit=1000`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { rows } = (await answer.json()) as { rows: { staffNo: string }[] };
  return rows.map(({ staffNo }) => staffNo);
}

describe('a backup', () => {
  it('lies in the backup folder, for the product’s own user alone, and nothing half beside it', () => {
    expect(dirname(backup.path)).toBe(below(server, 'backups'));
    expect(statSync(backup.path).mode & 0o777).toBe(0o600);
    expect(statSync(backup.path).size).toBe(backup.byteCount);
    expect(readdirSync(dirname(backup.path))).toHaveLength(1);
  });

  it('is in the audit log with its digest before it is there', async () => {
    const { rows } = await server.json<{ rows: LogEntry[] }>('/api/audit?limit=1000');
    expect(rows.filter(({ action }) => action === 'Backups_write')).toMatchObject([
      { subject: 'bootstrap', sha256: backup.sha256, rowCount: backup.rowCount },
    ]);
  });

  it('is listed with how backups are made, without the passphrase', async () => {
    const list = await (await server.fetch('/api/backups')).text();
    expect(JSON.parse(list)).toMatchObject({
      total: 1,
      settings: { lockedFor: 'passphrase', dailyAt: null, keep: 14 },
      rows: [{ id: backup.id, status: 'written', sha256: backup.sha256 }],
    });
    expect(list + server.output()).not.toContain(passphrase);
  });

  it('carries what programs sign in with, and no session and no link', async () => {
    const { opening } = await checkBackup(backup.path, { passphrase, identities: [] });
    const opensDoors = opening.tables.filter(({ columns }) =>
      columns.some((column) => /token|session/.test(column)),
    );
    expect(opensDoors.map(({ name }) => name)).toEqual(['api_tokens']);
    expect(opening.leftOut).toEqual(expect.arrayContaining(['sessions', 'sign_in_links']));
  });

  it('is copied where it is asked for', async () => {
    const folder = below(server, 'elsewhere');
    const copied = await backUp(server, '--to', folder);
    expect(readdirSync(folder)).toEqual([copied.path.slice(folder.length + 1)]);
  });

  it('that nobody asked for has the answer of one that there isn’t', async () => {
    expect((await server.fetch('/api/backups/999')).status).toBe(404);
  });
});

describe('a restore into an empty installation', () => {
  let found: Restored;
  let again: TestServer;
  beforeAll(async () => {
    found = await restored(target, backup.path, [], passphraseEnv);
    again = await startServer({ dataFolder: target, env: passphraseEnv });
  });
  afterAll(() => again.stop({ keep: true }));

  it('has compared everything by itself', () => {
    expect(found).toMatchObject({
      sha256: backup.sha256,
      rowCount: backup.rowCount,
      importCount: 0,
      migrationCount: 0,
      log: { ok: true },
      kept: [],
    });
    expect(found.log.entries).toBeGreaterThan(0);
    expect(found.log.checkpoints).toBeGreaterThan(0);
  });

  it('answers as the system that was backed up did', async () => {
    expect(await seen(again, DAY)).toEqual(before);
  });

  it('shows those of one unit to whoever sees that unit', async () => {
    expect(bureauBefore).toHaveLength(4);
    expect(await seenByBureau(again)).toEqual(bureauBefore);
  });

  it('goes on with the audit log where the backup ended, and says where it came from', async () => {
    const { rows } = await again.json<{ rows: LogEntry[] }>('/api/audit?limit=1000');
    expect(rows.find(({ seq }) => seq === found.log.entries + 1)).toMatchObject({
      action: 'Backups_restore',
      sha256: backup.sha256,
      subject: expect.stringMatching(/^local:/),
    });
    expect(await again.json('/api/audit/verify')).toMatchObject({ ok: true });
  });

  it('takes further imports and further backups', async () => {
    const more = await importFile(again, 'cadres', ['staff_no,name', 'S900,New']);
    expect(countsOf(more).slice(0, 2)).toEqual([1, 1]);
    expect((await backUp(again)).id).toBeGreaterThan(backup.id);
  });

  it('is refused while the product runs', async () => {
    const refused = await runRestore(target, [backup.path, '--replace', '--yes'], passphraseEnv);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Stop it') });
  });
});

describe('a restore into an installation that there is already', () => {
  it('is refused with what would be lost, and nothing is changed', async () => {
    const refused = await runRestore(target, [backup.path], passphraseEnv);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/This installation holds 8 people, \d+ imports/);
    const unconfirmed = await runRestore(target, [backup.path, '--replace'], passphraseEnv);
    expect(unconfirmed).toMatchObject({ code: 1, stderr: expect.stringContaining('--yes') });
    const still = await startServer({ dataFolder: target });
    expect((await still.fetch('/api/cadres/S900')).status).toBe(200);
    await still.stop({ keep: true });
  });

  it('replaces it where that is wanted, and keeps its key and checkpoints', async () => {
    const found = await restored(target, backup.path, ['--replace', '--yes'], passphraseEnv);
    expect(found.kept).toHaveLength(2);
    expect(existsSync(join(String(found.kept[0]), 'audit-key.pem'))).toBe(true);
    const replaced = await startServer({ dataFolder: target });
    expect(await seen(replaced, DAY)).toEqual(before);
    expect((await replaced.fetch('/api/cadres/S900')).status).toBe(404);
    expect(await replaced.json('/api/audit/verify')).toMatchObject({ ok: true });
    await replaced.stop({ keep: true });
  });
});

describe('a server that is not told whom to encrypt for', () => {
  it('refuses, and says what to set', async () => {
    const plain = await startServer();
    const refused = await probity(plain.url, ['backup']);
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('PROBITY_BACKUP_PASSPHRASE'),
    });
    expect(existsSync(below(plain, 'backups'))).toBe(false);
    await plain.stop();
  });
});
