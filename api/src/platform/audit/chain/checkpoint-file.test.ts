import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSignedBy, signCheckpoint } from './checkpoint.js';
import { CheckpointFile } from './checkpoint-file.js';
import { checkpointKey } from './checkpoint-key.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const checkpoint = (seq: number) =>
  signCheckpoint(
    { seq, hash: String(seq).padStart(64, '0') },
    '2026-11-22T10:00:00.000Z',
    privateKey,
  );

let folder: string;
let file: CheckpointFile;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'probity-checkpoints-'));
  file = new CheckpointFile(join(folder, 'kept'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const all = async () => Array.fromAsync(file.lines(await file.size()));

describe('the file of checkpoints', () => {
  it('is empty until there is one, and then keeps them in order', async () => {
    expect(await file.last()).toBeUndefined();
    expect(await all()).toEqual([]);
    for (const seq of [3, 5, 8]) await file.append(checkpoint(seq));
    expect(await file.last()).toEqual(checkpoint(8));
    expect(await all()).toEqual([3, 5, 8].map(checkpoint));
  });

  it('is nobody else’s to read or write', async () => {
    await file.append(checkpoint(1));
    expect(statSync(join(folder, 'kept')).mode & 0o777).toBe(0o700);
    expect(statSync(file.path).mode & 0o777).toBe(0o600);
  });

  it('goes on after half a line, which a power cut left', async () => {
    await file.append(checkpoint(1));
    appendFileSync(file.path, '{"seq":2,"ha');
    expect(await file.last()).toEqual(checkpoint(1));
    expect(await all()).toEqual([checkpoint(1)]);
    await file.append(checkpoint(3));
    expect(await all()).toEqual([1, 3].map(checkpoint));
  });

  it('shows a whole line that is no checkpoint as what it is', async () => {
    await file.append(checkpoint(1));
    appendFileSync(file.path, 'something else\n');
    await file.append(checkpoint(3));
    expect(await all()).toEqual([checkpoint(1), undefined, checkpoint(3)]);
  });
});

describe('a signature', () => {
  it('is of the key that made it, and of every member', () => {
    const signed = checkpoint(7);
    expect(isSignedBy(signed, publicKey)).toBe(true);
    expect(isSignedBy(signed, generateKeyPairSync('ed25519').publicKey)).toBe(false);
    for (const other of [
      { seq: 8 },
      { hash: 'f'.repeat(64) },
      { at: '2026-11-22T10:00:01.000Z' },
    ]) {
      expect(isSignedBy({ ...signed, ...other }, publicKey)).toBe(false);
    }
  });
});

describe('the key', () => {
  it('is made once, for the product’s user alone', () => {
    const first = checkpointKey(folder);
    expect(checkpointKey(folder).equals(first)).toBe(true);
    expect(statSync(join(folder, 'audit-key.pem')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'audit-key.pem'), 'utf8')).toContain('PRIVATE KEY');
  });
});
