/** A file within an archive. */
export interface ArchiveEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The archive is cut short, or is no archive. */
export class BadArchive extends Error {}

const BLOCK = 512;
const NAME_BYTES = 100;
/** Our own entries are much smaller; anything larger is not ours and must not fill the memory. */
const MOST_BYTES = 256 * 1024 * 1024;

const sumOf = (header: Uint8Array) =>
  header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);

function headerOf({ name, content }: ArchiveEntry): Buffer {
  const header = Buffer.alloc(BLOCK);
  if (header.write(name, 0, NAME_BYTES) < Buffer.byteLength(name)) {
    throw new Error(`too long a name for an archive: ${name}`);
  }
  const octal = (value: number, at: number, digits: number) =>
    header.write(value.toString(8).padStart(digits, '0'), at, 'ascii');
  octal(0o600, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(content.length, 124, 11);
  octal(0, 136, 11);
  header.write('0', 156, 'ascii');
  header.write('ustar\x0000', 257, 'ascii');
  octal(sumOf(header), 148, 6);
  header.write('\0 ', 154, 'ascii');
  return header;
}

const padding = (length: number) => Buffer.alloc((BLOCK - (length % BLOCK)) % BLOCK);

/** The bytes of a POSIX tar file (ustar) of entries; names of at most 100 bytes. */
export async function* tar(
  entries: AsyncIterable<ArchiveEntry>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const entry of entries) {
    yield headerOf(entry);
    yield entry.content;
    yield padding(entry.content.length);
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** Takes exact numbers of bytes from pieces of any size. */
class Taker {
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  readonly #pieces: AsyncIterator<Uint8Array>;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Buffer> {
    while (this.#heldBytes < length) {
      const { value, done } = await this.#pieces.next();
      if (done) throw new BadArchive('it ends too early');
      this.#held.push(value);
      this.#heldBytes += value.length;
    }
    const all = this.#held.length === 1 ? this.#held[0] : Buffer.concat(this.#held);
    const rest = all?.subarray(length);
    this.#held = rest?.length ? [rest] : [];
    this.#heldBytes = rest?.length ?? 0;
    return Buffer.from(all?.buffer ?? new ArrayBuffer(0), all?.byteOffset, length);
  }

  /** Reads on to the end, so that whatever checks the whole (decryption, decompression) has checked it. */
  async finish(): Promise<void> {
    while (!(await this.#pieces.next()).done);
  }

  async stop(): Promise<void> {
    await this.#pieces.return?.();
  }
}

function entryHead(header: Buffer): { name: string; size: number } {
  const text = (at: number, length: number) =>
    header.toString('utf8', at, at + length).replace(/\0.*$/s, '');
  const size = Number.parseInt(text(124, 12), 8);
  if (Number.parseInt(text(148, 8), 8) !== sumOf(header) || !(size >= 0 && size <= MOST_BYTES)) {
    throw new BadArchive('it is no archive');
  }
  return { name: text(0, NAME_BYTES), size };
}

/** The entries of a tar file as `tar` writes it. Throws a BadArchive where it is cut short or something else. */
export async function* untar(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  const taker = new Taker(bytes);
  try {
    for (;;) {
      const header = await taker.take(BLOCK);
      if (header.every((byte) => byte === 0)) break;
      const { name, size } = entryHead(header);
      const content = await taker.take(size);
      await taker.take((BLOCK - (size % BLOCK)) % BLOCK);
      yield { name, content };
    }
    await taker.finish();
  } finally {
    await taker.stop();
  }
}
