import { finished } from 'node:stream/promises';
import type { Scores } from '@probity/analytics';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';
import type { Register } from '../../load/register.js';

/** How many people, or positions, one row of `run_places` or `run_order` has: nearly a page of the database's. */
export const PLACES_IN_A_CHUNK = 2000;
export const POSITIONS_IN_A_CHUNK = 1000;
/** Bytes of a person's position, and of who has a position and with which rank. */
export const PLACE_BYTES = 4;
export const STANDING_BYTES = 8;

/** Writes down everyone's position, and who has which position with which rank, for one run: some bytes a person. */
export async function writePlaces(
  client: ClientBase,
  runId: number,
  { ids }: Register,
  scores: Scores,
): Promise<void> {
  const { order, position, rank, rankedCount } = scores;
  let last = 0;
  for (const id of ids) if (id > last) last = id;
  const places = new Uint32Array(last + 1);
  // Person by person, as the register has them: memory is read and written in one direction.
  for (let cadre = 0; cadre < ids.length; cadre++) places[ids[cadre] ?? 0] = position[cadre] ?? 0;
  const standings = new Uint32Array(rankedCount * 2);
  for (let at = 0; at < rankedCount; at++) {
    const cadre = order[at] ?? 0;
    standings[at * 2] = ids[cadre] ?? 0;
    standings[at * 2 + 1] = rank[cadre] ?? 0;
  }
  const [inPlaces, inOrder] = [
    PLACES_IN_A_CHUNK * PLACE_BYTES,
    POSITIONS_IN_A_CHUNK * STANDING_BYTES,
  ];
  await copyChunks(client, 'run_places', 'places', runId, places, inPlaces);
  await copyChunks(client, 'run_order', 'standings', runId, standings, inOrder);
}

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const END = Buffer.from([0xff, 0xff]);
/** The bytes of a row before its chunk's own: the number of fields, then each one's length and value. */
const HEAD_BYTES = 2 + (4 + 8) + (4 + 4) + 4;

/** Writes numbers as rows of so many bytes each, by COPY in its binary form. */
async function copyChunks(
  client: ClientBase,
  table: string,
  column: string,
  runId: number,
  numbers: Uint32Array<ArrayBuffer>,
  chunkBytes: number,
): Promise<void> {
  // As PostgreSQL counts bytes: the highest first.
  const bytes = Buffer.from(numbers.buffer).swap32();
  const copy = `COPY ${table} (run_id, chunk, ${column}) FROM STDIN (FORMAT binary)`;
  const stream = client.query(from(copy));
  const pieces = [SIGNATURE];
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const chunk = bytes.subarray(start, start + chunkBytes);
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeInt16BE(3, 0);
    head.writeInt32BE(8, 2);
    head.writeBigInt64BE(BigInt(runId), 6);
    head.writeInt32BE(4, 14);
    head.writeInt32BE(start / chunkBytes, 18);
    head.writeInt32BE(chunk.length, 22);
    pieces.push(head, chunk);
  }
  stream.end(Buffer.concat([...pieces, END]));
  await finished(stream);
}
