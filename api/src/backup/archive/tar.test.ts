import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArchiveEntry, BadArchive, tar, untar } from './tar.js';

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* each<T>(values: readonly T[]) {
  yield* values;
}

async function packed(entries: readonly ArchiveEntry[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(tar(each(entries))));
}

const unpacked = (bytes: Uint8Array, size = 1000) => Array.fromAsync(untar(inPieces(bytes, size)));

const entry = fc.record({
  name: fc.stringMatching(/^[a-z_/.-]{1,90}$/),
  content: fc.uint8Array({ maxLength: 3000 }),
});

describe('an archive', () => {
  it('gives back what was put in, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry), fc.integer({ min: 1, max: 5000 }), async (put, size) => {
        const found = await unpacked(await packed(put), size);
        expect(found.map(({ name }) => name)).toEqual(put.map(({ name }) => name));
        for (const [at, { content }] of put.entries()) {
          expect(Buffer.compare(found[at]?.content ?? Buffer.alloc(0), content)).toBe(0);
        }
      }),
    );
  });

  it('is refused when it is cut short', async () => {
    const whole = await packed([{ name: 'tables/a', content: Buffer.alloc(700, 'x') }]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 600 }), async (length) => {
        await expect(unpacked(whole.subarray(0, length))).rejects.toThrow(BadArchive);
      }),
    );
  });

  it('is refused when it is something else', async () => {
    await expect(unpacked(Buffer.alloc(2048, 'no archive'))).rejects.toThrow(BadArchive);
  });

  it('refuses names that its form has no room for', async () => {
    await expect(packed([{ name: 'x'.repeat(101), content: Buffer.alloc(0) }])).rejects.toThrow(
      /too long/,
    );
  });

  it('is read by the system’s own tar', async () => {
    const input = await packed([
      { name: 'backup.json', content: Buffer.from('{}') },
      { name: 'tables/cadres/000001.copy', content: Buffer.alloc(513) },
    ]);
    const { stdout } = spawnSync('tar', ['-t'], { input, encoding: 'utf8' });
    expect(stdout).toBe('backup.json\ntables/cadres/000001.copy\n');
  });
});
