import type { PoolClient } from 'pg';

/** The queue that hears of every commit of records, for whoever keeps something made from them. */
export const EVIDENCE_COMMITTED = 'evidence-committed';

/** The next instant of the commit clock, for one batch of rows; takes the commit lock. */
export async function tick(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ at: string }>(`
    UPDATE commit_clock
    SET at = greatest(clock_timestamp(), at + interval '1 microsecond') RETURNING at`);
  return rows[0]!.at;
}
