import { belongsToUnit } from '../kinds/kind-catalog.js';
import { quoted } from '../records/record-table.js';
import { REASON } from '../validate/columns.js';
import { type Batch, carriedFields, keySql } from './batch.js';
import { caseOwnersSql } from './case-owners.js';

/**
 * Makes `keyed` from the rows of `stage` that could be read: whose each row is (`owner`, null where
 * nobody is known by that name, or not yet), its `record_key`, and `known`, whether its cadre or
 * case is. Another office's numbers are replaced by ours first.
 */
export async function keyRows(batch: Batch): Promise<void> {
  const { client, kind } = batch;
  const owner = await ownerOf(batch);
  const fields = carriedFields(batch).map((field) => `s.${quoted(field.name)}`);
  if (batch.withdraw) fields.push(`s.${REASON}`);
  const ownKey =
    'staff_no' in kind.fields && batch.fields.some((field) => field.name === 'staff_no');
  const staffNo = ownKey ? ['o.staff_no', 's.staff_no AS given'] : [];
  await client.query(`
    CREATE TEMP TABLE keyed ON COMMIT DROP AS
    SELECT s.line, s.origin, s.present, o.owner, o.known,
      ${keySql(kind, 's', 'o.staff_no')} AS record_key,
      ${[...staffNo, ...fields].join(', ')}
    FROM stage s ${owner}
    WHERE s.problems IS NULL`);
  await client.query('ANALYZE keyed');
  await client.query(
    'CREATE TEMP TABLE fate (line bigint PRIMARY KEY, fate text NOT NULL, findings jsonb, waits_for text[]) ON COMMIT DROP',
  );
}

/** The join that finds the owner of a row, as `o(owner, known, staff_no)`. */
async function ownerOf(batch: Batch): Promise<string> {
  const { client, kind, system } = batch;
  const reads = (name: string) => batch.fields.some((field) => field.name === name);
  if (reads('staff_no')) {
    await client.query(peopleSql, [system, kind.key !== 'cadres']);
    await client.query('ANALYZE people');
    return 'JOIN people o ON o.given = s.staff_no';
  }
  if (belongsToUnit(kind) && !('unit_code' in kind.fields)) {
    // Nobody's: what holds for everyone alike.
    return 'CROSS JOIN (SELECT 0::bigint AS owner, true AS known, NULL::text AS staff_no) o';
  }
  if (belongsToUnit(kind)) {
    return `LEFT JOIN (
      SELECT unit_code, min(unit_id) AS owner, true AS known, NULL AS staff_no
      FROM units WHERE superseded_at IS NULL GROUP BY unit_code
    ) o ON o.unit_code = s.unit_code`;
  }
  if (!reads('case_no')) {
    // A withdrawal by an identity that names nobody, such as an alias: the record itself says whose it is.
    return 'CROSS JOIN (SELECT NULL::bigint AS owner, true AS known, NULL::text AS staff_no) o';
  }
  return `LEFT JOIN (SELECT c.*, NULL AS staff_no FROM (${caseOwnersSql}) c) o ON o.case_no = s.case_no`;
}

/**
 * Who is meant by each number in the stage: an alias of this system first, else the register's own,
 * else (`$2`; not in the register itself) whom a number was merged into.
 */
const peopleSql = `
  CREATE TEMP TABLE people ON COMMIT DROP AS
  WITH given AS (
    SELECT DISTINCT staff_no AS given FROM stage WHERE problems IS NULL
  ), alias AS (
    SELECT DISTINCT ON (identifier) identifier, cadre_id
    FROM cadre_aliases
    WHERE system = $1::text AND superseded_at IS NULL AND withdrawn_reason IS NULL
      AND identifier IN (SELECT given FROM given)
    ORDER BY identifier, recorded_at DESC, id DESC
  ), meant AS (
    SELECT a.identifier, a.cadre_id, min(c.staff_no) AS staff_no, bool_or(c.withdrawn_reason IS NULL) AS known
    FROM alias a JOIN cadres c ON c.cadre_id = a.cadre_id AND c.superseded_at IS NULL
    GROUP BY a.identifier, a.cadre_id
  ), direct AS (
    SELECT staff_no AS given, min(cadre_id) AS cadre_id, bool_or(withdrawn_reason IS NULL) AS known
    FROM cadres
    WHERE superseded_at IS NULL AND staff_no IN (SELECT given FROM given)
    GROUP BY staff_no
  ), merged AS (
    SELECT r.staff_no AS given, r.now_id AS cadre_id, min(c.staff_no) AS staff_no,
      bool_or(c.withdrawn_reason IS NULL) AS known
    FROM merges r JOIN cadres c ON c.cadre_id = r.now_id AND c.superseded_at IS NULL
    WHERE $2 AND r.split_at IS NULL AND r.staff_no IN (SELECT given FROM given)
    GROUP BY r.staff_no, r.now_id
  )
  SELECT g.given, coalesce(m.cadre_id, d.cadre_id, r.cadre_id) AS owner,
    coalesce(m.staff_no, CASE WHEN d.given IS NULL THEN r.staff_no END, g.given) AS staff_no,
    coalesce(m.known, d.known, r.known, false) AS known
  FROM given g
  LEFT JOIN meant m ON m.identifier = g.given
  LEFT JOIN direct d ON d.given = g.given
  LEFT JOIN merged r ON r.given = g.given`;
