/** A question to the catalogue: SQL that answers `complaint`, over `guard` (the product's roles), `ours` (relations outside the system's schemas) and `open`. */
export interface Check {
  /** Whether it is about roles that only an owner who may make some has. */
  readonly needsRoles: boolean;
  readonly sql: string;
}

const ofRoles = (sql: string): Check => ({ needsRoles: true, sql });
const always = (sql: string): Check => ({ needsRoles: false, sql });

const WRITES = `unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS may`;
const COLUMN_WRITES = `unnest(ARRAY['INSERT', 'UPDATE', 'REFERENCES']) AS may`;
const IS_TABLE = `relkind IN ('r', 'p', 'f')`;
const HAS_ROWS = `relkind IN ('r', 'p', 'f', 'v', 'm')`;
const HAS_PEOPLE = `EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'cadre_id' AND NOT a.attisdropped)`;
/** Whether a policy lets rows by without asking on whose behalf, be it through another table that asks. */
const ASKS_NOBODY = `pg_get_expr(polqual, polrelid) !~ 'current_setting' AND NOT EXISTS (
  SELECT FROM pg_depend d JOIN pg_class other ON other.oid = d.refobjid
  WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_class'::regclass
    AND d.refobjid <> p.polrelid AND other.relrowsecurity AND other.relforcerowsecurity)`;
const SCHEMAS = `pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'`;

const roles = [
  ofRoles(`SELECT format('%s has %s', r.rolname, attribute) AS complaint
    FROM pg_roles r JOIN guard USING (oid),
      LATERAL (VALUES ('SUPERUSER', rolsuper), ('BYPASSRLS', rolbypassrls), ('CREATEROLE', rolcreaterole),
        ('CREATEDB', rolcreatedb), ('REPLICATION', rolreplication)) AS a(attribute, given)
    WHERE given`),
  ofRoles(`SELECT format('%s can become %s', g.rolname, r.rolname) AS complaint
    FROM guard g JOIN pg_roles r ON r.oid <> g.oid AND pg_has_role(g.oid, r.oid, 'MEMBER')
    WHERE g.reader OR r.rolname <> 'probity_audit_appender'`),
  // Who may act as the worker: the owner, who hands the jobs' schema over, and superusers.
  ofRoles(`SELECT format('%s can become %s', m.member::regrole, g.rolname) AS complaint
    FROM pg_auth_members m JOIN guard g ON g.oid = m.roleid
    WHERE m.member <> (SELECT datdba FROM pg_database WHERE datname = current_database())`),
  ofRoles(`SELECT format('%s owns %s', g.rolname, said) AS complaint
    FROM ours c JOIN guard g ON g.oid = c.relowner WHERE g.reader OR c.nspname <> 'pgboss'`),
  ofRoles(`SELECT format('%s owns the function %s', g.rolname, p.oid::regprocedure) AS complaint
    FROM pg_proc p JOIN guard g ON g.oid = p.proowner
    WHERE g.reader OR p.pronamespace::regnamespace::text <> 'pgboss'`),
  ofRoles(`SELECT format('%s owns the schema %s', g.rolname, nspname) AS complaint
    FROM pg_namespace n JOIN guard g ON g.oid = n.nspowner WHERE g.reader OR nspname <> 'pgboss'`),
  ofRoles(`SELECT format('%s owns the database %s', g.rolname, datname) AS complaint
    FROM pg_database d JOIN guard g ON g.oid = d.datdba`),
  always(`SELECT format('settings are kept for %s: %s', coalesce(nullif(setrole, 0)::regrole::text, 'everyone'), setconfig) AS complaint
    FROM pg_db_role_setting s
    WHERE (setrole IN (SELECT oid FROM guard) OR EXISTS (
        SELECT FROM unnest(setconfig) c WHERE c ~ '^(probity\\.|row_security=|role=|search_path=)'))
      AND setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))`),
];

const rights = [
  ofRoles(`SELECT format('%s may %s %s', rolname, may, said) AS complaint
    FROM guard, ours c, ${WRITES} WHERE reader AND ${HAS_ROWS} AND has_table_privilege(guard.oid, c.oid, may)`),
  ofRoles(`SELECT format('%s may %s columns of %s', rolname, may, said) AS complaint
    FROM guard, ours c, ${COLUMN_WRITES}
    WHERE reader AND ${HAS_ROWS} AND has_any_column_privilege(guard.oid, c.oid, may)`),
  ofRoles(`SELECT format('%s may read %s, which has no forced row security', rolname, said) AS complaint
    FROM guard, ours t
    WHERE reader AND ${HAS_ROWS} AND has_any_column_privilege(guard.oid, t.oid, 'SELECT')
      AND NOT (relrowsecurity AND relforcerowsecurity)
      AND NOT (nspname = current_schema() AND EXISTS (SELECT FROM open WHERE open.relname = t.relname))`),
  ofRoles(`SELECT format('%s may use the sequence %s', rolname, said) AS complaint
    FROM guard, ours c, unnest(ARRAY['USAGE', 'SELECT', 'UPDATE']) AS may
    WHERE reader AND relkind = 'S' AND has_sequence_privilege(guard.oid, c.oid, may)`),
  ofRoles(`SELECT format('%s may CREATE in %s', rolname, nspname) AS complaint
    FROM guard, ${SCHEMAS} AND has_schema_privilege(guard.oid, pg_namespace.oid, 'CREATE')
      AND (reader OR nspname <> 'pgboss')`),
  ofRoles(`SELECT format('%s may look into %s', rolname, nspname) AS complaint
    FROM guard, ${SCHEMAS} AND has_schema_privilege(guard.oid, pg_namespace.oid, 'USAGE')
      AND reader AND nspname <> current_schema()`),
  ofRoles(`SELECT format('%s may %s in this database', rolname, may) AS complaint
    FROM guard, unnest(ARRAY['CREATE', 'TEMPORARY']) AS may
    WHERE (reader OR may = 'CREATE') AND has_database_privilege(guard.oid, current_database(), may)`),
  ofRoles(`SELECT format('%s may write to the audit log', rolname) AS complaint
    FROM guard, ours c, ${WRITES}
    WHERE c.relname IN ('audit_log', 'audit_head') AND has_table_privilege(guard.oid, c.oid, may)`),
  always(`SELECT format('everybody may %s %s', a.privilege_type, said) AS complaint
    FROM ours c, aclexplode(c.relacl) a WHERE a.grantee = 0`),
  always(`SELECT format('everybody may %s columns of %s', a.privilege_type, said) AS complaint
    FROM ours c JOIN pg_attribute t ON t.attrelid = c.oid, aclexplode(t.attacl) a WHERE a.grantee = 0`),
  ofRoles(`SELECT format('everybody may CREATE in %s', nspname) AS complaint
    FROM pg_namespace, aclexplode(nspacl) a WHERE a.grantee = 0 AND a.privilege_type = 'CREATE'`),
  always(`SELECT format('what %s makes is granted to %s', d.defaclrole::regrole,
      CASE a.grantee WHEN 0 THEN 'everybody' ELSE a.grantee::regrole::text END) AS complaint
    FROM pg_default_acl d, aclexplode(d.defaclacl) a
    WHERE a.grantee <> d.defaclrole AND d.defaclobjtype <> 'T'`),
];

const rows = [
  always(`SELECT format('%s has people, but no forced row security', said) AS complaint
    FROM ours t WHERE ${IS_TABLE} AND ${HAS_PEOPLE} AND NOT (relrowsecurity AND relforcerowsecurity)`),
  always(`SELECT format('row security of %s is not forced', said) AS complaint
    FROM ours t WHERE ${IS_TABLE} AND relrowsecurity AND NOT relforcerowsecurity`),
  always(`SELECT format('the policy %s of %s is for everybody', polname, polrelid::regclass) AS complaint
    FROM pg_policy WHERE 0 = ANY (polroles)`),
  ofRoles(`SELECT format('the policy %s of %s lets readers %s', polname, polrelid::regclass,
      CASE polcmd WHEN 'r' THEN 'see every row' ELSE 'write' END) AS complaint
    FROM pg_policy p WHERE EXISTS (SELECT FROM guard WHERE reader AND oid = ANY (polroles))
      AND (polcmd <> 'r' OR (${ASKS_NOBODY}))`),
  // Every way that rows go to callers asks who asks; where no role can tell, so does the way of the owner.
  always(`SELECT format('the policy %s of %s asks nobody', polname, polrelid::regclass) AS complaint
    FROM pg_policy p
    WHERE NOT EXISTS (SELECT FROM guard WHERE NOT reader AND polroles = ARRAY[guard.oid])
      AND ${ASKS_NOBODY}`),
];

const ways = [
  always(`SELECT format('the view %s reads by its owner''s rights', said) AS complaint
    FROM ours c WHERE relkind = 'v'
      AND NOT coalesce('security_invoker=true' = ANY (reloptions) OR 'security_invoker=on' = ANY (reloptions), false)`),
  always(
    `SELECT format('%s is a materialised view', said) AS complaint FROM ours WHERE relkind = 'm'`,
  ),
  always(`SELECT format('%s is a foreign table', said) AS complaint FROM ours WHERE relkind = 'f'`),
  always(`SELECT format('%s has the rule %s', said, rulename) AS complaint
    FROM ours c JOIN pg_rewrite r ON r.ev_class = c.oid WHERE relkind <> 'v' AND relkind <> 'm'`),
  always(`SELECT format('%s works with its owner''s rights', p.oid::regprocedure) AS complaint
    FROM pg_proc p WHERE prosecdef AND pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      AND (p.proname <> 'audit_append' OR pronamespace::regnamespace::text <> current_schema())`),
  always(`SELECT format('%s looks for names where its caller says', p.oid::regprocedure) AS complaint
    FROM pg_proc p WHERE prosecdef
      AND pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      AND NOT EXISTS (SELECT FROM unnest(proconfig) c WHERE c ~ '^search_path=.*pg_temp$')`),
  ofRoles(`SELECT format('%s may call %s', rolname, p.oid::regprocedure) AS complaint
    FROM guard, pg_proc p WHERE reader AND prosecdef AND has_function_privilege(guard.oid, p.oid, 'EXECUTE')
      AND pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`),
  // The planner runs such a function on rows before row security has looked at them.
  always(`SELECT format('%s is said to leak nothing', p.oid::regprocedure) AS complaint
    FROM pg_proc p WHERE proleakproof
      AND pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`),
  always(`SELECT format('the extension %s reaches other servers or files', extname) AS complaint
    FROM pg_extension WHERE extname IN ('dblink', 'postgres_fdw', 'file_fdw', 'adminpack', 'pageinspect')`),
  always(`SELECT format('the publication %s sends rows elsewhere', pubname) AS complaint
    FROM pg_publication`),
];

/** Everything that is asked. */
export const checks: readonly Check[] = [...roles, ...rights, ...rows, ...ways];
