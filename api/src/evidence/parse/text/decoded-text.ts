import { createReadStream } from 'node:fs';
import { finding, UnreadableFile } from '../../validate/problem.js';
import type { Encoding } from './encoding.js';

const PIECE_BYTES = 1 << 18;

/**
 * Reads a file as text, piece by piece, without its byte order mark. `progress` is told how many
 * bytes each piece had. Throws UnreadableFile where the bytes are no text of this encoding.
 */
export async function* decodedText(
  path: string,
  encoding: Encoding,
  progress: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    progress((chunk as Buffer).length);
    yield decode(decoder, chunk as Buffer);
  }
  yield decode(decoder);
}

function decode(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new UnreadableFile(
      finding(
        'bad-encoding',
        `The text is not valid ${decoder.encoding}. Save the file as UTF-8 and send it again.`,
        `文件内容不是有效的 ${decoder.encoding} 编码。请另存为 UTF-8 后重新上传。`,
      ),
    );
  }
}
