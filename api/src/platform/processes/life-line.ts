import { hostname } from 'node:os';
import pg from 'pg';
import { type Connection, sessionName } from '../database/guard/roles.js';
import { LIFE_LOCK, lives } from './living.sql.js';
import type { ProcessKind } from './process-kind.js';
import { endSessions, type SilentProcess, silentProcesses } from './silence.js';

/** Where processes tell each other that there is something to do. */
export const WORK_CHANNEL = 'probity_work';

/** A machine that has gone without a word is noticed after about 15 s. */
const NOTICE_SILENCE = `SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 3; SET tcp_keepalives_count = 3`;

/** Who is at work on this connection, and for how long without a word. */
export interface Living {
  readonly kind: ProcessKind;
  readonly leaseSeconds: number;
}

/** SQL for when a lease that is taken or renewed now runs out, by the database's clock; `seconds` is SQL for its length. */
const leasedUntil = (seconds: string) =>
  `clock_timestamp() + ${seconds}::integer * interval '1 second'`;

/**
 * A connection that is there for as long as the process is: while it holds the lock of the process's
 * number, others know that it lives, unless it is silent for longer than its lease: then they end its
 * sessions, this one with them. It also hears of work.
 */
export class LifeLine {
  private constructor(
    readonly id: number,
    private readonly client: pg.Client,
    private readonly leaseSeconds: number,
  ) {}

  /** Opens it under a new number. `heard`: there may be work; `broken`: this number lives no more. */
  static async open(
    connection: Connection,
    { kind, leaseSeconds }: Living,
    heard: () => void,
    broken: () => void,
  ): Promise<LifeLine> {
    const client = new pg.Client({
      ...connection,
      application_name: sessionName('probity-life', connection),
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
      await client.query(
        `INSERT INTO processes (id, kind, host, pid, owner, leased_until)
         VALUES ($1, $2, $3, $4, $5, ${leasedUntil('$6')})`,
        [id, kind, hostname(), process.pid, connection.owner, leaseSeconds],
      );
      await client.query(`DELETE FROM processes WHERE NOT ${lives('processes.id')}`);
      await client.query(`LISTEN ${WORK_CHANNEL}`);
      client.on('notification', heard);
      client.once('end', broken);
      return new LifeLine(id, client, leaseSeconds);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** Says that the process is at work, and renews its lease. */
  async sign(): Promise<void> {
    await this.client.query(
      `UPDATE processes SET seen_at = clock_timestamp(), leased_until = ${leasedUntil('$2')} WHERE id = $1`,
      [this.id, this.leaseSeconds],
    );
  }

  /** Those whose lease has run out, though their connections are there. */
  silent(): Promise<SilentProcess[]> {
    return silentProcesses(this.client);
  }

  /** Ends the sessions of one that is silent still; answers whether it was. */
  endSessions(silent: SilentProcess): Promise<boolean> {
    return endSessions(this.client, silent);
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
