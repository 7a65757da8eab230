import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** Sends an answer piece by piece. Throws what goes wrong with the pieces; a client that left early needs no answer. */
export async function sendPieces(
  response: Response,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  await pipeline(pieces, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}
