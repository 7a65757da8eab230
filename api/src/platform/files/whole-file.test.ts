import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWritten, writeWhole } from './whole-file.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'probity-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* of(...pieces: (string | Error)[]) {
  for (const piece of pieces) {
    if (piece instanceof Error) throw piece;
    yield piece;
  }
}

describe('writing a file whole', () => {
  it('leaves the file and nothing else, and tells its size and digest', async () => {
    const written = await writeWhole(join(folder, 'new'), 'a.csv', of('督导\r\n', 'x\r\n'));
    const bytes = readFileSync(join(folder, 'new', 'a.csv'));
    expect(bytes.toString('utf8')).toBe('督导\r\nx\r\n');
    expect(written).toEqual({
      byteCount: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(readdirSync(join(folder, 'new'))).toEqual(['a.csv']);
  });

  it('shows no file of that name before the last byte', async () => {
    async function* looking() {
      yield 'first';
      expect(readdirSync(folder)).toEqual(['.a.csv.part']);
      yield 'last';
    }
    await writeWhole(folder, 'a.csv', looking());
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('leaves what was there before where the rows break off', async () => {
    writeFileSync(join(folder, 'a.csv'), 'before');
    const broken = writeWhole(folder, 'a.csv', of('half', new Error('the database went away')));
    await expect(broken).rejects.toThrow('the database went away');
    expect(readdirSync(folder)).toEqual(['a.csv']);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('before');
  });

  it('shows nothing where what comes before that fails', async () => {
    const refused = writeWhole(folder, 'a.csv', of('x'), async ({ byteCount }) => {
      throw new Error(`not these ${byteCount} bytes`);
    });
    await expect(refused).rejects.toThrow('not these 1 bytes');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes up after a writer that was killed', async () => {
    writeFileSync(join(folder, '.a.csv.part'), 'a longer half of a file');
    await writeWhole(folder, 'a.csv', of('whole'));
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('whole');
  });

  it('says so where the disk refuses', async () => {
    writeFileSync(join(folder, 'file'), '');
    const refused = writeWhole(join(folder, 'file'), 'a.csv', of('x'));
    await expect(refused).rejects.toMatchObject({ code: 'EEXIST' });
  });
});

it('does not open what is no longer there', async () => {
  expect(await openWritten(folder, 'gone.csv')).toBeUndefined();
});
