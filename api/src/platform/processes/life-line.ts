import { hostname } from 'node:os';
import pg from 'pg';
import type { Connection } from '../database/guard/roles.js';
import { LIFE_LOCK, lives } from './living.sql.js';
import type { ProcessKind } from './process-kind.js';

/** Where processes tell each other that there is something to do. */
export const WORK_CHANNEL = 'probity_work';

/** A machine that has gone without a word is noticed after about 15 s. */
const NOTICE_SILENCE = `SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 3; SET tcp_keepalives_count = 3`;

/**
 * A connection that is there for as long as the process is: while it holds the lock of the process's
 * number, others know that it lives. It also hears of work.
 */
export class LifeLine {
  private constructor(
    readonly id: number,
    private readonly client: pg.Client,
  ) {}

  /** Opens it under a new number. `heard`: there may be work; `broken`: this number lives no more. */
  static async open(
    connection: Connection,
    kind: ProcessKind,
    heard: () => void,
    broken: () => void,
  ): Promise<LifeLine> {
    const client = new pg.Client({
      ...connection,
      application_name: 'probity-life',
      keepAlive: true,
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(NOTICE_SILENCE);
      const { rows } = await client.query<{ id: number }>(
        `SELECT nextval('processes_id_seq')::int AS id`,
      );
      const id = rows[0]?.id ?? 0;
      // Before anybody can find the number and take it for one of the dead.
      await client.query('SELECT pg_advisory_lock($1, $2)', [LIFE_LOCK, id]);
      await client.query('INSERT INTO processes (id, kind, host, pid) VALUES ($1, $2, $3, $4)', [
        id,
        kind,
        hostname(),
        process.pid,
      ]);
      await client.query(`DELETE FROM processes WHERE NOT ${lives('processes.id')}`);
      await client.query(`LISTEN ${WORK_CHANNEL}`);
      client.on('notification', heard);
      client.once('end', broken);
      return new LifeLine(id, client);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** Says that the process is at work, for people: others go by the lock alone. */
  async sign(): Promise<void> {
    await this.client.query('UPDATE processes SET seen_at = clock_timestamp() WHERE id = $1', [
      this.id,
    ]);
  }

  /** Ends it, and with it this number's life. Whoever ends in order is not missed. */
  async close(): Promise<void> {
    this.client.removeAllListeners('end');
    await this.client
      .query('DELETE FROM processes WHERE id = $1', [this.id])
      .catch(() => undefined);
    await this.client.end();
  }
}
