import type { KeyObject } from 'node:crypto';
import type { Queryable } from '../../database/database.js';
import {
  type BadEntry,
  type ChainPlace,
  type ChainRow,
  ChainVerifier,
  chainStart,
} from './chain-verifier.js';
import type { Checkpoint } from './checkpoint.js';
import { logColumns } from './log-row.js';

const ROWS_AT_ONCE = 2_000;

/** What a verification of the whole log found. */
export interface Verification {
  readonly ok: boolean;
  /** The last entry found right: from the first entry on, how many. */
  readonly entries: number;
  /** Checkpoints found right. */
  readonly checkpoints: number;
  /** The newest checkpoint's entry: what is younger is chained, but not yet signed. */
  readonly checkpointSeq: number;
  /** When that checkpoint was signed; null before the first one. */
  readonly checkpointAt: string | null;
  readonly firstBad?: BadEntry;
}

/** A part of the log between two places that checkpoints speak for. */
export interface LogPart {
  /** Where to begin: a place that is known to be right. The very beginning if not given. */
  readonly after?: ChainPlace;
  /** The last entry to look at. If not given, the end, which is compared with what the database remembers. */
  readonly upTo?: number;
}

async function* rowsOf(client: Queryable, { after, upTo = Number.MAX_SAFE_INTEGER }: LogPart) {
  // Numbers below the first would be entries that somebody put there.
  for (let last = after?.seq ?? Number.MIN_SAFE_INTEGER; ; ) {
    const { rows } = await client.query<ChainRow & Record<string, unknown>>(
      `SELECT ${logColumns}, canonical, previous_hash, hash
       FROM audit_log WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT ${ROWS_AT_ONCE}`,
      [last, upTo],
    );
    yield* rows;
    const newest = rows.at(-1);
    if (!newest || rows.length < ROWS_AT_ONCE) return;
    last = newest.seq;
  }
}

/**
 * Follows the log, and compares it with the checkpoints of that part (oldest first; undefined for a
 * line that is none) and with the chain's recorded end. Stops at the first entry that isn't right.
 * `client` must see one unchanging state of the database, begun after the checkpoints were listed.
 */
export async function verifyLog(
  client: Queryable,
  checkpoints: AsyncIterable<Checkpoint | undefined> | Iterable<Checkpoint | undefined>,
  key: KeyObject,
  part: LogPart = {},
): Promise<Verification> {
  const chain = new ChainVerifier(part.after ?? chainStart, key);
  let checkpointCount = 0;
  let checkpointSeq = chain.place.seq;
  let checkpointAt: string | null = null;
  const found = (firstBad?: BadEntry): Verification => ({
    ok: !firstBad,
    entries: chain.place.seq,
    checkpoints: checkpointCount,
    checkpointSeq,
    checkpointAt,
    ...(firstBad && { firstBad }),
  });

  const rows = rowsOf(client, part);
  for await (const checkpoint of checkpoints) {
    if (!checkpoint) return found({ seq: checkpointSeq, what: 'checkpoint' });
    while (chain.place.seq < checkpoint.seq) {
      const { value: row, done } = await rows.next();
      if (done) return found({ seq: chain.place.seq + 1, what: 'truncated' });
      const bad = chain.next(row);
      if (bad) return found(bad);
    }
    const bad = chain.compare(checkpoint);
    if (bad) return found(bad);
    checkpointCount++;
    checkpointSeq = checkpoint.seq;
    checkpointAt = checkpoint.at;
  }
  for await (const row of rows) {
    const bad = chain.next(row);
    if (bad) return found(bad);
  }
  return found(part.upTo === undefined ? await endMissing(client, chain) : undefined);
}

/** The end that the database itself remembers: entries cut off since the last checkpoint show there. */
async function endMissing(client: Queryable, chain: ChainVerifier): Promise<BadEntry | undefined> {
  const { rows } = await client.query<{ seq: number; hash: Buffer }>(
    'SELECT seq, hash FROM audit_head',
  );
  const [head] = rows;
  const { seq, hash } = chain.place;
  if (head && head.seq === seq && head.hash.equals(hash)) return undefined;
  return head && head.seq <= seq ? { seq, what: 'rewritten' } : { seq: seq + 1, what: 'truncated' };
}
