import { createHash } from 'node:crypto';
import pg from 'pg';
import { ensureRoles, type GuardRole, guardRoles, roleName } from './roles.js';
import { type Guard, guardOf, visibleRows } from './tables.js';

interface Table {
  readonly name: string;
  readonly columns: string[];
}

/** The first version of PostgreSQL in which another than the owner may be let gather statistics. */
const MAINTAIN_SINCE = 170_000;

const quoted = pg.escapeIdentifier;

/**
 * Makes the roles, gives each what it needs and no more, and puts row security on every table that
 * has people in it; to be called after the migrations, as the owner. Does nothing where nothing has
 * changed since, so that a start needs no locks.
 */
export async function guardDatabase(client: pg.ClientBase, owner: string): Promise<void> {
  const separate = await ensureRoles(client, owner);
  const { rows: here } = await client.query<{
    database: string;
    schema: string;
    me: string;
    maintains: boolean;
  }>(
    `SELECT current_database() AS database, current_schema() AS schema, current_user AS me,
       current_setting('server_version_num')::int >= ${MAINTAIN_SINCE} AS maintains`,
  );
  const { database = '', schema = 'public', me = '', maintains = false } = here[0] ?? {};
  const { rows: tables } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
       AND pg_get_userbyid(c.relowner) = current_user
     GROUP BY c.relname ORDER BY c.relname`,
  );
  const names = separate ? (role: GuardRole) => quoted(roleName(database, role)) : () => quoted(me);
  const statements = [
    'CREATE SCHEMA IF NOT EXISTS pgboss',
    ...(separate ? roleStatements(database, schema, names) : []),
    ...tables.flatMap((table) => tableStatements(table, names, separate, quoted(me))),
    // Large imports and runs gather statistics of what they wrote, lest the next statement be planned without.
    ...(separate && maintains
      ? tables.map(({ name }) => `GRANT MAINTAIN ON ${quoted(name)} TO ${names('worker')}`)
      : []),
  ];
  const digest = createHash('sha256').update(statements.join('\n')).digest('hex');
  const { rows } = await client.query<{ known: string | null }>(
    `SELECT obj_description('authority'::regclass) AS known`,
  );
  if (rows[0]?.known === digest) return;
  await client.query('BEGIN');
  try {
    for (const statement of statements) await client.query(statement);
    await client.query(`COMMENT ON TABLE authority IS ${pg.escapeLiteral(digest)}`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

function roleStatements(
  database: string,
  schema: string,
  names: (role: GuardRole) => string,
): readonly string[] {
  const all = guardRoles.map(names).join(', ');
  const worker = names('worker');
  return [
    `REVOKE ALL ON DATABASE ${quoted(database)} FROM ${all}`,
    `GRANT CONNECT ON DATABASE ${quoted(database)} TO ${all}`,
    // Staged rows and cursors of the product's own work lie in temporary tables.
    `GRANT TEMPORARY ON DATABASE ${quoted(database)} TO ${worker}`,
    `REVOKE TEMPORARY ON DATABASE ${quoted(database)} FROM PUBLIC`,
    `REVOKE CREATE ON SCHEMA ${quoted(schema)} FROM PUBLIC, ${all}`,
    `GRANT USAGE ON SCHEMA ${quoted(schema)} TO ${all}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${quoted(schema)} TO ${worker}`,
    // Whoever hands things over to the worker must be able to act as the worker.
    `DO $$ BEGIN
       IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
         EXECUTE format('GRANT %I TO %I', ${pg.escapeLiteral(roleName(database, 'worker'))}, current_user);
       END IF;
     END $$`,
    auditLogFor(worker),
    ...jobsSchema(worker),
  ];
}

/**
 * The worker appends to the audit log and reads it. On someone else's server the log belongs to a
 * role that the owner gave up; one who made that role may take it up again for a moment.
 */
const auditLogFor = (worker: string) => `
DO $$
DECLARE
  log_owner name := (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'audit_log'::regclass);
  taken boolean := NOT pg_has_role(current_user, log_owner, 'USAGE');
BEGIN
  IF taken THEN EXECUTE format('GRANT %I TO %I', log_owner, current_user); END IF;
  EXECUTE format('SET LOCAL ROLE %I', log_owner);
  REVOKE ALL ON audit_log, audit_head FROM ${worker};
  GRANT SELECT ON audit_log, audit_head TO ${worker};
  RESET ROLE;
  IF taken THEN EXECUTE format('REVOKE %I FROM %I', log_owner, current_user); END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'probity_audit_appender') THEN
    GRANT probity_audit_appender TO ${worker};
  ELSE
    GRANT EXECUTE ON FUNCTION audit_append(bytea[]) TO ${worker};
  END IF;
END $$`;

/** The schema of the jobs is the worker's, tables and functions of earlier starts included. */
const jobsSchema = (worker: string) => [
  `DO $$
   DECLARE thing record;
   BEGIN
     FOR thing IN SELECT oid::regclass AS name FROM pg_class
       WHERE relnamespace = 'pgboss'::regnamespace AND relkind IN ('r', 'p')
     LOOP EXECUTE format('ALTER TABLE %s OWNER TO %s', thing.name, ${pg.escapeLiteral(worker)}); END LOOP;
     FOR thing IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'pgboss'::regnamespace
     LOOP EXECUTE format('ALTER FUNCTION %s OWNER TO %s', thing.name, ${pg.escapeLiteral(worker)}); END LOOP;
     FOR thing IN SELECT format('pgboss.%I', typname) AS name FROM pg_type
       WHERE typnamespace = 'pgboss'::regnamespace AND typtype = 'e'
     LOOP EXECUTE format('ALTER TYPE %s OWNER TO %s', thing.name, ${pg.escapeLiteral(worker)}); END LOOP;
   END $$`,
  `ALTER SCHEMA pgboss OWNER TO ${worker}`,
];

/** What a role may do with a table of a kind besides the worker, who reads and writes all of them. */
const readers: Readonly<Record<Guard, readonly GuardRole[]>> = {
  people: ['app', 'exporter'],
  authority: ['app', 'exporter'],
  scores: ['app', 'exporter'],
  'follow-ups': ['app', 'exporter'],
  positions: ['app'],
  imports: ['app'],
  'of-imports': ['app'],
  refused: ['app'],
  'about-refused': ['app'],
  schedules: ['app'],
  'of-schedules': ['app'],
  open: ['app', 'exporter'],
  closed: [],
};

function tableStatements(
  { name, columns }: Table,
  names: (role: GuardRole) => string,
  separate: boolean,
  owner: string,
): readonly string[] {
  const guard = guardOf(name, columns);
  const table = quoted(name);
  const grants = separate
    ? [
        `REVOKE ALL ON ${table} FROM PUBLIC, ${guardRoles.map(names).join(', ')}`,
        `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${names('worker')}`,
        ...readers[guard].map((role) => `GRANT SELECT ON ${table} TO ${names(role)}`),
      ]
    : [];
  const visible = visibleRows(guard, table);
  if (visible === undefined) return grants;
  const atWork = `(SELECT current_setting('probity.guard', true) = 'worker')`;
  const policy = (policyName: string, to: string, rows: string, check = '') =>
    `CREATE POLICY ${policyName} ON ${table} ${check ? 'FOR ALL' : 'FOR SELECT'} TO ${to} USING (${rows}) ${check}`;
  return [
    ...grants,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    ...['callers', 'work', 'upkeep'].map((each) => `DROP POLICY IF EXISTS ${each} ON ${table}`),
    policy(
      'callers',
      [...new Set(['app', 'exporter'].map((r) => names(r as GuardRole)))].join(', '),
      visible,
    ),
    ...(separate ? [policy('work', names('worker'), 'true', 'WITH CHECK (true)')] : []),
    // The owner's own upkeep says so; where there are no other roles, so does the product's work.
    policy('upkeep', owner, atWork, `WITH CHECK (${atWork})`),
  ];
}
