import pg from 'pg';
import { followUpsOfRun, rowsOfRun } from '../../../api/dist/scoring/runs/rows-of-run.js';

/** A connection to look and reach inside a database on which several processes work. */
export class Inside {
  #client: pg.Client | undefined;

  constructor(private readonly url: string) {}

  /** The connection; another one once it has been opened anew. */
  get client(): pg.Client {
    if (!this.#client) throw new Error('the connection was not opened');
    return this.#client;
  }

  /** Opens it, anew after the database was started again. */
  async open(): Promise<void> {
    const made = new pg.Client({ connectionString: this.url });
    made.on('error', () => undefined);
    await made.connect();
    this.#client = made;
  }

  async close(): Promise<void> {
    await this.#client?.end().catch(() => undefined);
  }

  async found<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(sql, values)).rows;
  }

  /** Takes a lock that others then wait for. */
  async lock(lock: number): Promise<void> {
    await this.client.query('SELECT pg_advisory_lock($1)', [lock]);
  }

  async unlock(lock: number): Promise<void> {
    await this.client.query('SELECT pg_advisory_unlock($1)', [lock]);
  }

  /** Has results of partitions wait for a lock before they are handed over. */
  async keepResultsBackBy(lock: number): Promise<void> {
    await this.client.query(`
      CREATE FUNCTION keep_back() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.scores IS NOT NULL THEN PERFORM pg_advisory_xact_lock_shared(${lock}); END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_back BEFORE UPDATE ON partition_results FOR EACH ROW EXECUTE FUNCTION keep_back()`);
  }

  /** How many wait for a lock. */
  async waitingFor(lock: number): Promise<number> {
    const waiting = await this.found(
      "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = $1",
      [lock],
    );
    return waiting.length;
  }

  /** How many partitions each worker has, the fewest first. */
  async partitions(): Promise<number[]> {
    const rows = await this.found<{ count: number }>(
      `SELECT count(*)::int AS count FROM scoring_partitions
       JOIN processes ON processes.id = process_id GROUP BY process_id ORDER BY 1`,
    );
    return rows.map(({ count }) => count);
  }

  /** The number of the process that makes a run; 0 where none does yet. */
  async makerOf(runId: number): Promise<number> {
    const [run] = await this.found<{ id: number | null }>(
      'SELECT process_id AS id FROM scoring_runs WHERE id = $1',
      [runId],
    );
    return run?.id ?? 0;
  }

  /** The numbers of those who were asked for partitions of a run that another one makes. */
  async sharers(): Promise<number[]> {
    const rows = await this.found<{ id: number }>(
      `SELECT DISTINCT p.process_id AS id FROM partition_results p
       JOIN scoring_runs r ON r.id = p.run_id WHERE p.process_id <> r.process_id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Everything that a run says, but for its number. */
  async contentOf(runId: number): Promise<unknown> {
    const row = "(to_jsonb(s) - 'run_id' - 'from_run' - 'until_run')::text AS row";
    return {
      rows: await this.found(
        `SELECT ${row} FROM scores s WHERE ${rowsOfRun('s', '$1')}
         UNION ALL SELECT ${row} FROM follow_ups s WHERE ${followUpsOfRun('s', '$1')} ORDER BY 1`,
        [runId],
      ),
      places: await this.found(
        'SELECT chunk, places::text FROM run_places WHERE run_id = $1 ORDER BY chunk',
        [runId],
      ),
      order: await this.found(
        'SELECT chunk, standings::text FROM run_order WHERE run_id = $1 ORDER BY chunk',
        [runId],
      ),
      units: await this.found(
        `SELECT unit_enter, scope_enter, positions::text FROM unit_positions WHERE run_id = $1
         ORDER BY unit_enter, scope_enter`,
        [runId],
      ),
      run: await this.found(
        'SELECT evidence_digest, known_at, cadre_count, tree_digest FROM scoring_runs WHERE id = $1',
        [runId],
      ),
    };
  }
}
