import { storedFieldsOf } from '../kinds/kind-catalog.js';
import { ownerSequenceOf, quoted } from '../records/record-table.js';
import { REASON } from '../validate/columns.js';
import { type Batch, effectiveSql, placeOf } from './batch.js';

/** So many new rows make a plan from old statistics a bad one: this many, or a share of the table as large as that where it is small. */
const MANY_ROWS = 20_000;
const LARGE_SHARE = 0.05;
const FEW_ROWS = 1_000;
/** Enough to tell what was just written from the rest; gathering as much as usual reads ten thousands of pages in no order. */
const STATISTICS = 30;

/** What was written of a batch. */
export interface Written {
  readonly rowCount: number;
  /** Of these rows, those that replaced a version that stood. */
  readonly replacedCount: number;
}

/**
 * Writes every row of `keyed` that nothing speaks against as a new version at the instant `at`, and
 * ends the versions it replaces.
 */
export async function writeVersions(batch: Batch, at: string): Promise<Written> {
  const { client, kind } = batch;
  const { table, owner } = placeOf(batch);
  const replaced = await client.query(
    `UPDATE ${table} r SET superseded_at = $1
     FROM target t
     WHERE r.${owner} = t.owner AND r.id = t.id
       AND NOT EXISTS (SELECT FROM fate f WHERE f.line = t.line)`,
    [at],
  );
  const stored = storedFieldsOf(kind);
  const values = stored.map((field) => {
    if (field.name === 'staff_no') return batch.withdraw ? 'c.staff_no' : 'k.staff_no';
    return batch.withdraw ? `c.${quoted(field.name)}` : effectiveSql(batch, field.name, 'k', 'c');
  });
  const ownerValue = batch.withdraw
    ? `t.owner`
    : `coalesce(k.owner, nextval('${ownerSequenceOf(kind)}'))`;
  const columns = stored.map((field) => quoted(field.name));
  // By cadre, as the table's key and those who read it go; within one in the order of the file.
  const { rowCount } = await client.query(
    `INSERT INTO ${table} (${owner}, record_key, source_system, version, import_id, recorded_at,
       withdrawn_reason, ${columns.join(', ')})
     SELECT ${ownerValue}, k.record_key, $1, coalesce(t.version, 0) + 1, $2, $3,
       ${batch.withdraw ? `k.${REASON}` : 'NULL'}, ${values.join(', ')}
     FROM keyed k
     LEFT JOIN target t ON t.line = k.line
     LEFT JOIN ${table} c ON c.${owner} = t.owner AND c.id = t.id
     WHERE NOT EXISTS (SELECT FROM fate f WHERE f.line = k.line)
     ORDER BY k.owner, k.line`,
    [batch.system, batch.importId, at],
  );
  // What was just written is not in the statistics yet, and the next statements join with it.
  if (await isMany(batch, rowCount ?? 0)) {
    const joined = `${owner}, record_key, source_system, recorded_at, superseded_at`;
    await client.query(`SET LOCAL default_statistics_target = ${STATISTICS}`);
    await client.query(`ANALYZE ${table} (${joined})`);
  }
  return { rowCount: rowCount ?? 0, replacedCount: replaced.rowCount ?? 0 };
}

/** Whether so many new rows make the table another one than its statistics tell of. */
async function isMany(batch: Batch, rowCount: number): Promise<boolean> {
  if (rowCount < FEW_ROWS || rowCount >= MANY_ROWS) return rowCount >= MANY_ROWS;
  const { rows } = await batch.client.query<{ count: number }>(
    'SELECT reltuples::float8 AS count FROM pg_class WHERE oid = $1::regclass',
    [placeOf(batch).table],
  );
  return rowCount >= LARGE_SHARE * (rows[0]?.count ?? 0);
}

/** How many rows met which fate. */
export interface Fates {
  readonly duplicates: number;
  /** Well read, but refused: conflicts, unknown references, withdrawn records. */
  readonly refused: number;
}

/** Counts the fates of a batch's rows. */
export async function countFates({ client }: Batch): Promise<Fates> {
  const { rows } = await client.query<Fates>(`
    SELECT count(*) FILTER (WHERE fate IN ('duplicate', 'waiting')) AS duplicates,
      count(*) FILTER (WHERE fate = 'refused') AS refused
    FROM fate`);
  return rows[0]!;
}
