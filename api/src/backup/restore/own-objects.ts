import type { ClientBase } from 'pg';

/** What an extension brought along is not ours, and a column's own sequence goes with its table. */
const byItself = (oid: string, catalogue: string) =>
  `NOT EXISTS (SELECT FROM pg_depend WHERE classid = '${catalogue}'::regclass AND objid = ${oid}
     AND (deptype = 'e' OR deptype IN ('a', 'i') AND refobjsubid > 0))`;

const schema = `(SELECT oid FROM pg_namespace WHERE nspname = current_schema())`;

/** Removes all tables, views, sequences and functions of the current schema that no extension owns. */
export async function dropOwnObjects(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `SELECT format('DROP %s IF EXISTS %s CASCADE',
        CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
          ELSE 'TABLE' END,
        pg_class.oid::regclass) AS statement
      FROM pg_class
      WHERE relnamespace = ${schema} AND relkind IN ('r', 'p', 'v', 'm', 'S')
        AND ${byItself('pg_class.oid', 'pg_class')}
      UNION ALL
      SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', pg_proc.oid::regprocedure)
      FROM pg_proc
      WHERE pronamespace = ${schema} AND ${byItself('pg_proc.oid', 'pg_proc')}`,
  );
  for (const { statement } of rows) await client.query(statement);
}
