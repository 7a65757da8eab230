import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit log. It is written through `audit_append` only, which chains what it is given; the
 * tables and the function belong to a role that nobody signs in as.
 */
export class AuditLog1795000000040 implements MigrationInterface {
  readonly name = 'AuditLog1795000000040';

  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = await runner.query('SELECT quote_ident(current_schema()) AS schema');
    for (const statement of [...tables, append(schema), ...guards, owners(schema)]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION audit_append(bytea[])');
    await runner.query('DROP TABLE audit_log');
    await runner.query('DROP TABLE audit_head');
    await runner.query('DROP FUNCTION audit_refuse()');
  }
}

const tables = [
  `CREATE TABLE audit_log (
      seq bigint PRIMARY KEY,
      at timestamptz NOT NULL,
      subject text NOT NULL,
      roles text[] NOT NULL,
      action text NOT NULL,
      phase text NOT NULL,
      method text NOT NULL,
      route text NOT NULL,
      parameters jsonb NOT NULL,
      people text[] NOT NULL,
      status integer,
      denied text,
      address text NOT NULL,
      request_id text NOT NULL,
      row_count bigint,
      byte_count bigint,
      sha256 text,
      canonical bytea NOT NULL,
      previous_hash bytea NOT NULL,
      hash bytea NOT NULL
    )`,
  'CREATE INDEX audit_log_at ON audit_log (at)',
  'CREATE INDEX audit_log_subject ON audit_log (subject, seq)',
  'CREATE INDEX audit_log_people ON audit_log USING gin (people)',
  // The end of the chain, one row: whoever appends holds its lock.
  `CREATE TABLE audit_head (
      id boolean PRIMARY KEY DEFAULT true CHECK (id),
      seq bigint NOT NULL,
      hash bytea NOT NULL
    ) WITH (fillfactor = 10)`,
  `INSERT INTO audit_head (seq, hash) VALUES (0, decode(repeat('00', 32), 'hex'))`,
];

const append = (schema: string) => `
CREATE FUNCTION audit_append(entries bytea[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ${schema}, pg_temp AS $$
DECLARE
  last audit_head;
  entry bytea;
  previous bytea;
  doc jsonb;
BEGIN
  SELECT * INTO STRICT last FROM audit_head FOR UPDATE;
  FOREACH entry IN ARRAY entries LOOP
    previous := last.hash;
    last.seq := last.seq + 1;
    last.hash := sha256(previous || entry);
    doc := convert_from(entry, 'UTF8')::jsonb;
    INSERT INTO audit_log VALUES (
      last.seq,
      (doc ->> 'at')::timestamptz,
      doc ->> 'subject',
      ARRAY(SELECT jsonb_array_elements_text(doc -> 'roles')),
      doc ->> 'action',
      doc ->> 'phase',
      doc ->> 'method',
      doc ->> 'route',
      doc -> 'parameters',
      ARRAY(SELECT jsonb_array_elements_text(doc -> 'people')),
      (doc ->> 'status')::integer,
      doc ->> 'denied',
      doc ->> 'address',
      doc ->> 'requestId',
      (doc ->> 'rowCount')::bigint,
      (doc ->> 'byteCount')::bigint,
      doc ->> 'sha256',
      entry,
      previous,
      last.hash
    );
  END LOOP;
  UPDATE audit_head SET seq = last.seq, hash = last.hash;
  RETURN last.seq;
END $$`;

const guards = [
  `CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'the audit log is only ever appended to' USING ERRCODE = 'insufficient_privilege';
   END $$`,
  `CREATE TRIGGER audit_log_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
   FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()`,
  `CREATE TRIGGER audit_head_kept BEFORE DELETE OR TRUNCATE ON audit_head
   FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()`,
  // Not even a session that plays the part of a replica goes past them.
  'ALTER TABLE audit_log ENABLE ALWAYS TRIGGER audit_log_kept',
  'ALTER TABLE audit_head ENABLE ALWAYS TRIGGER audit_head_kept',
  'REVOKE ALL ON audit_log, audit_head FROM PUBLIC',
  'REVOKE ALL ON FUNCTION audit_append(bytea[]) FROM PUBLIC',
];

/**
 * Gives the log to `probity_audit`, and the right to append to `probity_audit_appender`. A user of
 * someone else's server may lack the right to make roles: then the log stays theirs, with the
 * triggers and the chain, and the database says so.
 */
const owners = (schema: string) => `
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'probity_audit') THEN
    CREATE ROLE probity_audit NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'probity_audit_appender') THEN
    CREATE ROLE probity_audit_appender NOLOGIN;
  END IF;
  EXECUTE format('GRANT probity_audit, probity_audit_appender TO %I', current_user);
  GRANT USAGE, CREATE ON SCHEMA ${schema} TO probity_audit;
  GRANT USAGE ON SCHEMA ${schema} TO probity_audit_appender;
  ALTER TABLE audit_log OWNER TO probity_audit;
  ALTER TABLE audit_head OWNER TO probity_audit;
  ALTER FUNCTION audit_append(bytea[]) OWNER TO probity_audit;
  ALTER FUNCTION audit_refuse() OWNER TO probity_audit;
  REVOKE CREATE ON SCHEMA ${schema} FROM probity_audit;
  -- After the change of owner, which takes the former owner's rights along.
  EXECUTE format('GRANT SELECT ON audit_log, audit_head TO %I', current_user);
  GRANT EXECUTE ON FUNCTION audit_append(bytea[]) TO probity_audit_appender;
  EXECUTE format('REVOKE probity_audit FROM %I', current_user);
EXCEPTION WHEN insufficient_privilege THEN
  RAISE WARNING 'the audit log stays with %: this user may not make roles (CREATEROLE)', current_user;
END $$`;
