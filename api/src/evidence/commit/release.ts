import { type RecordKind, recordKinds } from '@probity/analytics';
import type { PoolClient } from 'pg';
import { tick } from '../../platform/database/commit-clock.js';
import { fieldsOf } from '../kinds/kind-catalog.js';
import { quoted, sqlTypeOf } from '../records/record-table.js';
import type { Batch } from './batch.js';
import { dropTemporary } from './batch.js';
import { followCases } from './case-owners.js';
import { keyRows } from './key.js';
import { refuseMergedNumbers } from './merged-numbers.js';
import { refuseUnknownReferences } from './references/references.js';
import { compareWithCurrent, sortOutRepeats } from './sort.js';
import { createStage } from './stage.js';
import { writeVersions } from './write.js';

/** The kinds whose rows others wait for, with the SQL that names what just arrived, by `$1` = instant. */
const arrivals: Readonly<Record<string, string>> = {
  units: `SELECT 'unit:' || unit_code AS reference, NULL::text AS system FROM units`,
  cadres: `SELECT 'cadre:' || staff_no AS reference, NULL::text AS system FROM cadres`,
  'cadre-aliases': `SELECT 'cadre:' || identifier AS reference, system FROM cadre_aliases`,
  'appointment-case': `SELECT 'appointment-case:' || case_no AS reference, NULL::text AS system FROM appointment_case`,
};

/** Rows of one import that wait for something. */
interface WaitingGroup {
  readonly kind: string;
  readonly source_system: string;
  readonly import_id: number;
  readonly ids: number[];
}

/** What releases did to the tables. */
export interface Releases {
  /** Kinds that have new versions. */
  readonly kinds: ReadonlySet<string>;
  /** The last instant given to a row. */
  readonly at: string;
}

/**
 * Releases the rows that waited for what a commit of `kind` at `at` has brought, oldest import
 * first, and then those that waited for these, until nothing more arrives. The counts of their
 * imports stay; `released` grows.
 */
export async function releaseWaiting(
  client: PoolClient,
  kind: RecordKind,
  at: string,
): Promise<Releases> {
  const kinds = new Set<string>([kind.key]);
  let last = at;
  let arrived: { kind: string; at: string }[] = [{ kind: kind.key, at }];
  while (arrived.length > 0) {
    const next: { kind: string; at: string }[] = [];
    for (const group of await groupsWaitingFor(client, arrived)) {
      const waiting = recordKinds.find((candidate) => candidate.key === group.kind);
      if (!waiting) continue;
      const written = await releaseRows(client, waiting, group, false);
      if (!written) continue;
      last = written;
      kinds.add(group.kind);
      next.push({ kind: group.kind, at: written });
    }
    arrived = next;
  }
  return { kinds, at: last };
}

async function groupsWaitingFor(
  client: PoolClient,
  arrived: readonly { kind: string; at: string }[],
): Promise<WaitingGroup[]> {
  const parts: string[] = [];
  const values: string[] = [];
  for (const { kind, at } of arrived) {
    const select = arrivals[kind];
    if (!select) continue;
    values.push(at);
    parts.push(`${select} WHERE recorded_at = $${values.length} AND withdrawn_reason IS NULL`);
  }
  if (parts.length === 0) return [];
  const { rows } = await client.query<WaitingGroup>(
    `SELECT q.kind, q.source_system, q.import_id, array_agg(DISTINCT q.id) AS ids
     FROM (${parts.join(' UNION ')}) a
     JOIN quarantine_reference r ON r.reference = a.reference
     JOIN quarantine q ON q.id = r.quarantine_id
     WHERE q.state = 'waiting' AND q.code = 'unknown-reference'
       AND (a.system IS NULL OR a.system = q.source_system)
     GROUP BY q.kind, q.source_system, q.import_id
     ORDER BY q.import_id`,
    values,
  );
  return rows;
}

/**
 * Tries quarantined rows of one import again, as they are. With `settled` a person has decided for
 * them: they replace what stands. Returns the instant of those written; undefined where none was.
 */
export async function releaseRows(
  client: PoolClient,
  kind: RecordKind,
  group: WaitingGroup,
  settled: boolean,
): Promise<string | undefined> {
  await dropTemporary(client);
  const fields = fieldsOf(kind);
  await createStage(client, fields);
  const columns = fields.map((field) => quoted(field.name)).join(', ');
  const types = fields.map((field) => `${quoted(field.name)} ${sqlTypeOf(field)}`).join(', ');
  const { rows } = await client.query<{ every: number; some: number }>(
    `WITH taken AS (
       INSERT INTO stage (line, raw, present, origin, ${columns})
       SELECT q.line, q.raw, q.present, q.id, ${fields.map((field) => `x.${quoted(field.name)}`).join(', ')}
       FROM quarantine q, jsonb_to_record(q.content) AS x(${types})
       WHERE q.id = ANY($1::bigint[]) AND q.state = 'waiting'
       RETURNING present
     ) SELECT coalesce(bit_and(present), 0) AS every, coalesce(bit_or(present), 0) AS some FROM taken`,
    [group.ids],
  );
  const batch: Batch = {
    client,
    kind,
    system: group.source_system,
    importId: group.import_id,
    fields,
    presentInAll: rows[0]!.every,
    presentInAny: rows[0]!.some,
    withdraw: false,
    revert: settled,
    releasing: true,
    columns: [],
    headerOf: (field) => field,
  };
  await keyRows(batch);
  await refuseMergedNumbers(batch);
  await sortOutRepeats(batch);
  await compareWithCurrent(batch);
  await refuseUnknownReferences(batch);
  const at = await tick(client);
  const { rowCount } = await writeVersions(batch, at);
  await followCases(batch, at);
  await settle(client, group.import_id);
  return rowCount > 0 ? at : undefined;
}

/** Writes down what became of the rows that were tried, and counts the released ones. */
async function settle(client: PoolClient, importId: number): Promise<void> {
  await client.query(
    `WITH tried AS (
       SELECT k.origin, f.fate, f.findings -> 0 ->> 'code' AS code
       FROM keyed k LEFT JOIN fate f ON f.line = k.line
     ), changed AS (
       UPDATE quarantine q SET
         state = CASE WHEN t.fate = 'refused' THEN 'waiting' WHEN t.fate = 'overtaken' THEN 'overtaken' ELSE 'released' END,
         code = coalesce(t.code, q.code),
         settled_at = CASE WHEN t.fate = 'refused' THEN NULL ELSE clock_timestamp() END
       FROM tried t WHERE q.id = t.origin
       RETURNING q.state
     )
     UPDATE imports SET released = released + (SELECT count(*) FROM changed WHERE state = 'released')
     WHERE id = $1`,
    [importId],
  );
  await client.query(`
    INSERT INTO quarantine_reference (reference, quarantine_id)
    SELECT w.reference, k.origin
    FROM fate f CROSS JOIN unnest(f.waits_for) AS w(reference) JOIN keyed k ON k.line = f.line
    WHERE f.fate = 'refused'
    ON CONFLICT DO NOTHING`);
}
