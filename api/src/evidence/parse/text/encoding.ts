import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { finding, UnreadableFile } from '../../validate/problem.js';

/** The encodings that are recognised, by the names that TextDecoder knows. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const CHUNK = 1 << 20;

/**
 * Finds out how the text of a file is encoded: by its mark, by the zero bytes of UTF-16, by being
 * valid UTF-8, else by being valid GB18030. Throws UnreadableFile where it is none of these: text
 * that is decoded wrongly is worse than text that is refused.
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const head = await readHead(path);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = wideWithoutMark(head);
  if (wide) return wide;
  const bad = await firstInvalidUtf8(path);
  if (bad === undefined) return 'utf-8';
  if (!(await looksLikeDamagedUtf8(path, bad)) && (await decodes(path, 'gb18030')))
    return 'gb18030';
  throw new UnreadableFile(
    finding(
      'bad-encoding',
      `The text is neither UTF-8 nor UTF-16 nor GB18030: byte ${bad + 1} of the file fits none. Save the file as UTF-8 and send it again.`,
      `文件编码既不是 UTF-8，也不是 UTF-16 或 GB18030：第 ${bad + 1} 个字节无法识别。请另存为 UTF-8 后重新上传。`,
    ),
  );
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A header in Latin letters has a zero in every second byte of UTF-16; a stray NUL doesn't come near. */
function wideWithoutMark(head: Buffer): Encoding | undefined {
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at & 1]!++;
  const most = head.length / 2;
  if (zeros[1]! > most * 0.4 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! > most * 0.4 && zeros[1] === 0) return 'utf-16be';
  return undefined;
}

/** The offset of about the first byte that is no UTF-8; undefined where all is well. */
async function firstInvalidUtf8(path: string): Promise<number | undefined> {
  let offset = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    const bytes: Buffer = Buffer.concat([rest, chunk as Buffer]);
    const whole = bytes.subarray(0, bytes.length - unfinishedBytes(bytes));
    if (!isUtf8(whole)) return offset + firstInvalid(whole);
    rest = bytes.subarray(whole.length);
    offset += whole.length;
  }
  return rest.length > 0 ? offset : undefined;
}

/** How many bytes at the end belong to a character that goes on in the next chunk. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

function firstInvalid(bytes: Buffer): number {
  let from = 0;
  let to = bytes.length;
  while (to - from > 8) {
    const middle = (from + to) >> 1;
    const whole = middle - unfinishedBytes(bytes.subarray(from, middle));
    if (whole > from && isUtf8(bytes.subarray(from, whole))) from = whole;
    else to = middle;
  }
  return from;
}

/** Around the first bad byte, good Chinese UTF-8 that outweighs the bad means UTF-8 with damage. */
async function looksLikeDamagedUtf8(path: string, bad: number): Promise<boolean> {
  const start = Math.max(0, bad - 32_768);
  let text = '';
  for await (const chunk of createReadStream(path, { start, end: bad + 32_768 })) {
    text += (chunk as Buffer).toString('utf8');
  }
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const good = text.match(/[\u0800-\uFFFC]/g)?.length ?? 0;
  return good > 4 * broken;
}

async function decodes(path: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
      decoder.decode(chunk as Buffer, { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
