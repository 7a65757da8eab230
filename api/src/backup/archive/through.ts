import { type Duplex, pipeline, type Readable } from 'node:stream';

/**
 * What becomes of the pieces of `from` on their way through a stream such as gzip. Whoever stops taking them early
 * (a full disk) ends both quietly; what goes wrong in `from` is thrown to whoever takes.
 */
export function through(from: Readable, stream: Duplex): AsyncIterable<Buffer> {
  // The taker hears of a failure by its own way; unheard, it would end the process.
  pipeline(from, stream, () => undefined);
  return stream;
}
