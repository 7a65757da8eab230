import type { ClientBase } from 'pg';
import { quoted } from '../archive/contents.js';

const inSchema = `(SELECT oid FROM pg_namespace WHERE nspname = current_schema())`;

/** Statements that must be run before loading, each with the one that takes it back. */
async function statements(
  client: ClientBase,
  tables: readonly string[],
): Promise<(readonly [open: string, close: string])[]> {
  const { rows: owners } = await client.query<{ owner: string }>(
    `SELECT DISTINCT rolname::text AS owner FROM pg_class JOIN pg_roles ON pg_roles.oid = relowner
     WHERE relnamespace = ${inSchema} AND relname = ANY ($1)
       AND NOT pg_has_role(current_user, relowner, 'USAGE')`,
    [tables],
  );
  const { rows: triggers } = await client.query<{ name: string; of: string; enabled: string }>(
    `SELECT tgname::text AS name, relname::text AS of, tgenabled::text AS enabled
     FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
     WHERE relnamespace = ${inSchema} AND relname = ANY ($1) AND NOT tgisinternal
       AND tgenabled <> 'D'`,
    [tables],
  );
  const { rows: references } = await client.query<{ name: string; of: string; text: string }>(
    `SELECT conname::text AS name, relname::text AS of, pg_get_constraintdef(pg_constraint.oid) AS text
     FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
     WHERE relnamespace = ${inSchema} AND contype = 'f' AND conparentid = 0`,
  );
  const modes: Readonly<Record<string, string>> = {
    A: 'ENABLE ALWAYS',
    R: 'ENABLE REPLICA',
    O: 'ENABLE',
  };
  return [
    ...owners.map(
      ({ owner }) =>
        [
          `GRANT ${quoted(owner)} TO CURRENT_USER`,
          `REVOKE ${quoted(owner)} FROM CURRENT_USER`,
        ] as const,
    ),
    ...triggers.map(
      ({ name, of, enabled }) =>
        [
          `ALTER TABLE ${quoted(of)} DISABLE TRIGGER ${quoted(name)}`,
          `ALTER TABLE ${quoted(of)} ${modes[enabled]} TRIGGER ${quoted(name)}`,
        ] as const,
    ),
    ...references.map(
      ({ name, of, text }) =>
        [
          `ALTER TABLE ${quoted(of)} DROP CONSTRAINT ${quoted(name)}`,
          `ALTER TABLE ${quoted(of)} ADD CONSTRAINT ${quoted(name)} ${text}`,
        ] as const,
    ),
  ];
}

/**
 * Opens the tables for loading, in the transaction that `client` is in: triggers that refuse changes
 * of the audit log are off, references are not looked up row by row, and what belongs to another role
 * may be written. Only the owner of the schema can do so. Returns what closes them again, which also
 * checks all references.
 */
export async function opened(
  client: ClientBase,
  tables: readonly string[],
): Promise<() => Promise<void>> {
  const steps = await statements(client, tables);
  for (const [open] of steps) await client.query(open);
  return async () => {
    for (const [, close] of steps.toReversed()) await client.query(close);
  };
}
