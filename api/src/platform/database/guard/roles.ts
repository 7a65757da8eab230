import { createHmac, randomBytes } from 'node:crypto';
import pg from 'pg';

/** How a connection is opened: part of the settings of `pg`. */
export interface Connection {
  readonly connectionString: string;
  /** Settings of the session. */
  readonly options: string;
  /** Whose sessions they are: the same for all of one process; empty for those that belong to none. */
  readonly owner: string;
}

/** What a session is called in the database: what it is for, and whose it is. */
export const sessionName = (purpose: string, { owner }: Connection): string =>
  `${purpose} ${owner}`.trimEnd();

/** The ways into one database, each for another kind of work. */
export interface DatabaseReach {
  /** The product's own work: imports, scores, jobs, accounts. */
  readonly worker: Connection;
  /** Reads on behalf of a caller, under row security. */
  readonly app: Connection;
  /** Reads for files that leave, under row security. */
  readonly exporter: Connection;
}

/** Injection token of the DatabaseReach. */
export const REACH = Symbol('database reach');

/** The roles besides the owner. */
export const guardRoles = ['worker', 'app', 'exporter'] as const;
export type GuardRole = (typeof guardRoles)[number];

/** So many that no two processes draw the same. */
const OWNER_BYTES = 8;

/** PostgreSQL cuts longer names off. */
const LONGEST_NAME = 63;

/** The name of a role: each database has roles of its own, since a server's databases share its roles. */
export const roleName = (database: string, role: GuardRole): string =>
  `probity_${role}_${database}`.slice(0, LONGEST_NAME);

/** A role's password follows from the owner's, so that every process knows it and none has to keep it. */
const passwordOf = (owner: URL, role: string): string =>
  createHmac('sha256', decodeURIComponent(owner.password)).update(role).digest('base64url');

const SESSION = '-c TimeZone=UTC -c DateStyle=ISO,YMD';

/** Many callers read at the same time: helpers of one statement would take their cores from the others. */
export const ONE_CORE = '-c max_parallel_workers_per_gather=0';

/** The setting by which a connection says what kind of work it does, where no role can say it. */
const guardedAs = (role: GuardRole) => `-c probity.guard=${role}`;

/** The owner's own connection, for changes of the schema and upkeep of what lies under row security. */
export const ownerConnection = (url: string): Connection => ({
  connectionString: url,
  options: `${SESSION} ${guardedAs('worker')}`,
  owner: '',
});

function connectionOf(
  address: string,
  role: GuardRole,
  name: string | undefined,
  owner: string,
): Connection {
  const options = `${SESSION} ${guardedAs(role)}${role === 'app' ? ` ${ONE_CORE}` : ''}`;
  if (name === undefined) return { connectionString: address, options, owner };
  const url = new URL(address);
  // Where the owner signs in without a password, so can nobody else: the connection changes its role.
  if (!url.password) {
    return { connectionString: address, options: `${options} -c role=${name}`, owner };
  }
  url.username = name;
  url.password = passwordOf(new URL(address), name);
  return { connectionString: url.href, options, owner };
}

/**
 * Makes the roles of this database where they are missing and gives them the passwords that follow
 * from the owner's. Answers whether they are there: an owner who may not make roles does without.
 */
export async function ensureRoles(client: pg.ClientBase, owner: string): Promise<boolean> {
  const url = new URL(owner);
  const { rows } = await client.query<{ database: string; may: boolean }>(
    `SELECT current_database() AS database, rolcreaterole OR rolsuper AS may
     FROM pg_roles WHERE rolname = current_user`,
  );
  const { database = '', may = false } = rows[0] ?? {};
  if (!may) return rolesExist(client, database);
  for (const role of guardRoles) {
    const name = roleName(database, role);
    const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
    const login = url.password
      ? `LOGIN PASSWORD ${pg.escapeLiteral(passwordOf(url, name))}`
      : 'NOLOGIN PASSWORD NULL';
    await client.query(
      `${known.rowCount ? 'ALTER' : 'CREATE'} ROLE ${pg.escapeIdentifier(name)} ${login}`,
    );
  }
  return true;
}

async function rolesExist(client: pg.ClientBase, database: string): Promise<boolean> {
  const names = guardRoles.map((role) => roleName(database, role));
  const found = await client.query('SELECT FROM pg_roles WHERE rolname = ANY($1)', [names]);
  return found.rowCount === names.length;
}

/** One process's ways into a database whose schema is up to date and guarded (see `migrate`). */
export async function databaseReach(owner: string): Promise<DatabaseReach> {
  const client = new pg.Client(ownerConnection(owner));
  await client.connect();
  try {
    const { rows } = await client.query<{ database: string }>(
      'SELECT current_database() AS database',
    );
    const database = rows[0]?.database ?? '';
    const separate = await rolesExist(client, database);
    const process = randomBytes(OWNER_BYTES).toString('hex');
    const of = (role: GuardRole) =>
      connectionOf(owner, role, separate ? roleName(database, role) : undefined, process);
    return { worker: of('worker'), app: of('app'), exporter: of('exporter') };
  } finally {
    await client.end();
  }
}
