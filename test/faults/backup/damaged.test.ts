import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBackup } from '../../../api/dist/backup/restore/read-backup.js';
import { Refused } from '../../../api/dist/backup/restore/refused.js';
import { temporaryDataFolder } from '../../../api/dist/platform/database/embedded-binaries.js';
import {
  backUp,
  backupEnv,
  below,
  keys,
  passphrase,
  runRestore,
} from '../../support/backup/backups.js';
import { importSmallProvince } from '../../support/records/small-province.js';
import { startServer, type TestServer } from '../../support/server.js';

const TRIES = 400;

let server: TestServer;
let path: string;
let whole: Buffer;
let damaged: string;
const target = temporaryDataFolder();
beforeAll(async () => {
  server = await startServer({ env: backupEnv });
  await importSmallProvince(server);
  ({ path } = await backUp(server));
  whole = readFileSync(path);
  damaged = below(server, 'damaged.age');
});
afterAll(async () => {
  await server.stop();
  rmSync(target, { recursive: true, force: true });
});

describe('a backup for a recipient', () => {
  it('is opened by the recipient’s identity', async () => {
    const { opening, closing } = await checkBackup(path, keys);
    expect(opening.tables.map(({ name }) => name)).toContain('cadres');
    expect(closing.tables).toHaveLength(opening.tables.length);
  });

  it(`is refused when it is cut anywhere (${TRIES} places)`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        writeFileSync(damaged, whole.subarray(0, length));
        await expect(checkBackup(damaged, keys)).rejects.toThrow(Refused);
      }),
      { numRuns: TRIES },
    );
  });

  it(`is refused when any one bit is another (${TRIES} places)`, async () => {
    const place = fc.integer({ min: 0, max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const changed = Buffer.from(whole);
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
        writeFileSync(damaged, changed);
        await expect(checkBackup(damaged, keys)).rejects.toThrow(Refused);
      }),
      { numRuns: TRIES },
    );
  });

  it('is refused when something is added at its end', async () => {
    writeFileSync(damaged, Buffer.concat([whole, Buffer.from([0])]));
    await expect(checkBackup(damaged, keys)).rejects.toThrow(Refused);
  });

  it.each([
    ['a passphrase', { PROBITY_BACKUP_PASSPHRASE: passphrase }, /cannot be opened/],
    ['no key at all', {}, /PROBITY_BACKUP_IDENTITY_FILE/],
  ])('is not opened by %s, and nothing is made', async (_, env, said) => {
    const refused = await runRestore(target, [path], {
      PROBITY_BACKUP_IDENTITY_FILE: '',
      ...env,
    });
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(said) });
    expect(existsSync(join(target, 'audit-key.pem'))).toBe(false);
  });

  it('is restored where the identity is given', async () => {
    const { code } = await runRestore(target, [path]);
    expect(code).toBe(0);
  });
});
