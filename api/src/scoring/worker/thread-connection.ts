import pg from 'pg';
import { type Connection, sessionName } from '../../platform/database/guard/roles.js';
import { databaseTypes } from '../../platform/database/types.js';

/** Where the server can, it notices within a second that a process died over a statement, and undoes that. */
const NOTICE_DEATH = `DO $$ BEGIN
  PERFORM set_config('client_connection_check_interval', '1000', false);
EXCEPTION WHEN OTHERS THEN NULL; END $$`;

/** The database went away over something: another attempt may mend it. */
export class ConnectionLost extends Error {
  constructor() {
    super('the connection to the database was lost');
  }
}

/** Codes of what a server says when it ends a session: it shuts down, or begins anew. */
const ENDED = /^57P0|^08/;

/** A thread's own connection, opened when it is needed, and anew after it broke. */
export class ThreadConnection {
  #client: pg.Client | undefined;
  #lost = false;

  constructor(
    private readonly database: Connection,
    private readonly name = 'probity-scoring',
  ) {}

  /** The connection. Throws where the database isn't there. */
  async open(): Promise<pg.Client> {
    const known = await this.#answering();
    if (known) return known;
    const client = new pg.Client({
      ...this.database,
      application_name: sessionName(this.name, this.database),
      types: databaseTypes as never,
    });
    // One that breaks while idle is made anew by the next call.
    client.on('error', () => {
      this.#lost = true;
      if (this.#client === client) this.#client = undefined;
    });
    await client.connect();
    await client.query(NOTICE_DEATH);
    this.#lost = false;
    this.#client = client;
    return client;
  }

  /** The one there is, if the server has not been started again since. */
  async #answering(): Promise<pg.Client | undefined> {
    try {
      await this.#client?.query('SELECT');
    } catch {
      await this.drop();
    }
    return this.#client;
  }

  /** What went wrong: a ConnectionLost where it is this connection that did, else the error itself. */
  causeOf(error: unknown): unknown {
    const { code } = error as { readonly code?: unknown };
    return this.#lost || ENDED.test(String(code ?? '')) ? new ConnectionLost() : error;
  }

  /** Closes it: what it was about is undone. */
  async drop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }
}
