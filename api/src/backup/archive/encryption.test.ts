import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { type BackupLock, CannotOpen, decrypt, encrypt, isRecipient } from './encryption.js';

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

const locked = async (lock: BackupLock) =>
  Buffer.concat(await Array.fromAsync(encrypt(pieces('a ', 'whole ', 'file'), lock)));

const opened = async (bytes: Uint8Array, passphrase?: string, identities: string[] = []) => {
  async function* file() {
    yield bytes;
  }
  const found = await Array.fromAsync(decrypt(file(), { passphrase, identities }));
  return Buffer.concat(found).toString();
};

describe('a passphrase', () => {
  it('locks in age’s own format, which any age program opens', async () => {
    const bytes = await locked({ passphrase: 'correct horse' });
    expect(bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S{22} 18\n/);
    const decrypter = new Decrypter();
    decrypter.addPassphrase('correct horse');
    expect(await decrypter.decrypt(bytes, 'text')).toBe('a whole file');
    expect(await opened(bytes, 'correct horse')).toBe('a whole file');
  });

  it('that is another opens nothing', async () => {
    const bytes = await locked({ passphrase: 'correct horse' });
    await expect(opened(bytes, 'correct house')).rejects.toThrow(CannotOpen);
  });
});

describe('a recipient', () => {
  it('has what the identity opens, and no other', async () => {
    const identity = await generateX25519Identity();
    const bytes = await locked({ recipient: await identityToRecipient(identity) });
    expect(await opened(bytes, undefined, [identity])).toBe('a whole file');
    const other = await generateX25519Identity();
    await expect(opened(bytes, undefined, [other])).rejects.toThrow(CannotOpen);
  });

  it('is known by its checksum', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    expect(await isRecipient(recipient)).toBe(true);
    const last = recipient.endsWith('q') ? 'p' : 'q';
    expect(await isRecipient(recipient.slice(0, -1) + last)).toBe(false);
  });
});
