/** Something that opens a way past the guards, and what must be said of it. */
export interface Mutation {
  readonly complaint: string;
  readonly statements: readonly string[];
}

const app = 'probity_app_postgres';
const exporter = 'probity_exporter_postgres';
const worker = 'probity_worker_postgres';

const told = (complaint: string, ...statements: string[]): Mutation => ({ complaint, statements });

/** One way each; all within a transaction that is taken back. For the embedded server's database. */
export const mutations: readonly Mutation[] = [
  told(`${app} has SUPERUSER`, `ALTER ROLE ${app} SUPERUSER`),
  told(`${exporter} has BYPASSRLS`, `ALTER ROLE ${exporter} BYPASSRLS`),
  told(`${worker} has BYPASSRLS`, `ALTER ROLE ${worker} BYPASSRLS`),
  told(`${worker} has CREATEROLE`, `ALTER ROLE ${worker} CREATEROLE`),
  told(`${app} has CREATEDB`, `ALTER ROLE ${app} CREATEDB`),
  told(`${app} can become ${worker}`, `GRANT ${worker} TO ${app}`),
  told(`${app} can become pg_read_all_data`, `GRANT pg_read_all_data TO ${app}`),
  told(`${app} can become pg_write_all_data`, `GRANT pg_write_all_data TO ${app}`),
  told(
    `${exporter} can become probity_audit_appender`,
    `GRANT probity_audit_appender TO ${exporter}`,
  ),
  told(`${worker} can become probity_audit`, `GRANT probity_audit TO ${worker}`),
  told(
    `passer_by can become ${worker}`,
    'CREATE ROLE passer_by LOGIN',
    `GRANT ${worker} TO passer_by`,
  ),
  told(`${worker} owns public.scores`, `ALTER TABLE scores OWNER TO ${worker}`),
  told(`${app} owns public.replies`, `ALTER TABLE replies OWNER TO ${app}`),
  told(`${app} may INSERT public.scores`, `GRANT INSERT ON scores TO ${app}`),
  told(`${app} may UPDATE columns of public.cadres`, `GRANT UPDATE (name) ON cadres TO ${app}`),
  told(
    `${exporter} may read public.accounts, which has no forced row security`,
    `GRANT SELECT ON accounts TO ${exporter}`,
  ),
  told(
    `${app} may read public.accounts, which has no forced row security`,
    `GRANT SELECT (name) ON accounts TO ${app}`,
  ),
  told(
    `${app} may read public.audit_log, which has no forced row security`,
    'GRANT SELECT ON audit_log TO PUBLIC',
  ),
  told(`${worker} may write to the audit log`, `GRANT DELETE ON audit_log TO ${worker}`),
  told('everybody may SELECT public.cadres', 'GRANT SELECT ON cadres TO PUBLIC'),
  told('everybody may SELECT columns of public.cadres', 'GRANT SELECT (name) ON cadres TO PUBLIC'),
  told('everybody may CREATE in public', 'GRANT CREATE ON SCHEMA public TO PUBLIC'),
  told(`${app} may TEMPORARY in this database`, 'GRANT TEMPORARY ON DATABASE postgres TO PUBLIC'),
  told(`${app} may look into pgboss`, `GRANT USAGE ON SCHEMA pgboss TO ${app}`),
  told(
    `${app} may use the sequence public.scoring_runs_id_seq`,
    `GRANT USAGE ON SEQUENCE scoring_runs_id_seq TO ${app}`,
  ),
  told(
    `what probity makes is granted to ${app}`,
    `ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO ${app}`,
  ),
  told(
    'public.cadres has people, but no forced row security',
    'ALTER TABLE cadres DISABLE ROW LEVEL SECURITY',
  ),
  told(
    'row security of public.scores is not forced',
    'ALTER TABLE scores NO FORCE ROW LEVEL SECURITY',
  ),
  told(
    'the policy more of scores lets readers see every row',
    `CREATE POLICY more ON scores FOR SELECT TO ${app} USING (true)`,
  ),
  told(
    'the policy more of scores lets readers write',
    `CREATE POLICY more ON scores TO ${app} USING (current_setting('a.b') = '')`,
  ),
  told('the policy more of cadres is for everybody', 'CREATE POLICY more ON cadres USING (false)'),
  told(
    "the view public.everyone reads by its owner's rights",
    'CREATE VIEW everyone AS SELECT * FROM cadres',
  ),
  told(
    "the view public.everyone reads by its owner's rights",
    'CREATE VIEW everyone WITH (security_invoker = false) AS SELECT * FROM cadres',
  ),
  told(
    'public.everyone is a materialised view',
    'CREATE MATERIALIZED VIEW everyone AS SELECT * FROM cadres',
  ),
  told(
    'public.scores has the rule also',
    'CREATE RULE also AS ON INSERT TO scores DO ALSO NOTHING',
  ),
  told(
    "names() works with its owner's rights",
    `CREATE FUNCTION names() RETURNS SETOF text LANGUAGE sql SECURITY DEFINER
     SET search_path = pg_catalog, public, pg_temp AS 'SELECT name FROM public.cadres'`,
  ),
  told(
    'audit_append(bytea[]) looks for names where its caller says',
    'ALTER FUNCTION audit_append(bytea[]) RESET search_path',
  ),
  told(
    `${app} may call audit_append(bytea[])`,
    `GRANT EXECUTE ON FUNCTION audit_append(bytea[]) TO ${app}`,
  ),
  told(
    'told(text) is said to leak nothing',
    `CREATE FUNCTION told(text) RETURNS boolean LANGUAGE sql LEAKPROOF AS 'SELECT true'`,
  ),
  told(
    'the extension postgres_fdw reaches other servers or files',
    'CREATE EXTENSION postgres_fdw',
  ),
  told(
    'the publication all_rows sends rows elsewhere',
    'CREATE PUBLICATION all_rows FOR ALL TABLES',
  ),
  told(
    `settings are kept for ${app}: {row_security=off}`,
    `ALTER ROLE ${app} SET row_security = off`,
  ),
];
