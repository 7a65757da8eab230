import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Ended } from './exit.js';

/**
 * Writes the body of an answer to stdout, or to `file`, which then is there whole or not at all.
 * Throws an Ended where the body ends early or the file cannot be written.
 */
export async function download(response: Response, file?: string): Promise<void> {
  if (!response.body) throw new Ended('The server answered without a body.');
  const body = Readable.fromWeb(response.body);
  if (file === undefined) {
    await pipeline(body, process.stdout, { end: false }).catch((error: Error) => {
      throw new Ended(`The answer ended early (${error.message}).`);
    });
    return;
  }
  const partial = `${file}.${process.pid}.part`;
  try {
    await pipeline(body, createWriteStream(partial, { flush: true }));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw new Ended(`${file} was not written (${(error as Error).message}).`);
  }
}
