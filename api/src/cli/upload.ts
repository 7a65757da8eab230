import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Ended, exit } from './exit.js';

/** A file as the body of a request. */
export interface Upload {
  readonly type: string;
  readonly body: Blob | ReadableStream;
}

/** Media types by the extension of a file's name, `.gz` taken off. */
const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  arrow: 'application/vnd.apache.arrow.stream',
  arrows: 'application/vnd.apache.arrow.stream',
};

function present(file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new Ended(`There is no file ${file}.`, exit.usage);
  }
}

/**
 * Opens a file for sending; it is read while it is sent, and unpacked on the way if it ends in
 * `.gz`. Throws an Ended for a file that isn't there or whose extension says nothing.
 */
export async function upload(file: string): Promise<Upload> {
  present(file);
  const packed = /\.gz$/i.test(file);
  const extension = /\.(\w+)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const type = types[extension];
  if (!type) {
    const known = Object.keys(types).join(', .');
    throw new Ended(`${file}: what is in it? The name should end in .${known}.`, exit.usage);
  }
  if (!packed) return { type, body: await openAsBlob(file, { type }) };
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on('error', (error) => unpacked.destroy(error));
  return { type, body: Readable.toWeb(source.pipe(unpacked)) as ReadableStream };
}

/** The server takes names of up to 64 characters; the digest takes nine. */
const STEM_LENGTH = 50;

/** A mapping profile from a file. */
export interface MappingFile {
  /** The file's name and the digest of its content, so that a changed profile is another one. */
  readonly name: string;
  readonly profile: unknown;
}

/** Reads a mapping profile. Throws an Ended where the file is missing or isn't JSON. */
export function mappingFile(file: string): MappingFile {
  present(file);
  const bytes = readFileSync(file);
  const stem =
    basename(file)
      .replace(/(?:\.mapping)?\.json$/i, '')
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[._-]+/, '')
      .slice(0, STEM_LENGTH) || 'mapping';
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  try {
    return { name: `${stem}-${digest}`, profile: JSON.parse(bytes.toString('utf8')) };
  } catch (error) {
    throw new Ended(`${file} is not JSON: ${(error as Error).message}`, exit.usage);
  }
}
