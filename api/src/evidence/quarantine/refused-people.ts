import type { PoolClient } from 'pg';
import { named } from './affected.sql.js';

/** Kinds of records that say who is meant by a number. */
const NAMING = ['cadres', 'cadre-aliases', 'appointment-case'];

/** What a row `q` names people by. */
const NAMES = `array_remove(ARRAY[q.content ->> 'staff_no', q.content ->> 'case_no',
  CASE WHEN q.kind = 'cadre-aliases' THEN q.content ->> 'identifier' END], NULL)`;

const PEOPLE = `ARRAY(SELECT DISTINCT n.cadre_id FROM (${named('q')}) n ORDER BY 1)`;

const UNIT_CODE = `CASE WHEN q.kind = 'units' THEN q.content ->> 'unit_code' END`;

/** Writes down whom the refused rows of an import are about; row security goes by it. */
export async function noteRefusedPeople(client: PoolClient, importId: number): Promise<void> {
  await client.query(
    `INSERT INTO quarantine_about (quarantine_id, names, people, unit_code)
     SELECT q.id, ${NAMES}, ${PEOPLE}, ${UNIT_CODE} FROM quarantine q WHERE q.import_id = $1
     ON CONFLICT (quarantine_id) DO UPDATE SET names = excluded.names, people = excluded.people`,
    [importId],
  );
}

const committed = (table: string, name: string) => `
  SELECT ${name} FROM ${table} WHERE recorded_at BETWEEN $1 AND $2
  UNION SELECT ${name} FROM ${table} WHERE superseded_at BETWEEN $1 AND $2`;

/** Writes down anew whom refused rows are about, those that name what was committed from one instant to another. */
export async function renewRefusedPeople(
  client: PoolClient,
  kinds: ReadonlySet<string>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  if (!NAMING.some((kind) => kinds.has(kind))) return;
  await client.query(
    `WITH changed(name) AS (
       ${committed('cadres', 'staff_no')}
       UNION ${committed('cadre_aliases', 'identifier')}
       UNION ${committed('appointment_case', 'case_no')}
     )
     UPDATE quarantine_about about SET people = ${PEOPLE}
     FROM quarantine q
     WHERE q.id = about.quarantine_id AND EXISTS (
       SELECT FROM unnest(about.names) n(name) WHERE n.name IN (SELECT changed.name FROM changed))`,
    [from, to],
  );
}
