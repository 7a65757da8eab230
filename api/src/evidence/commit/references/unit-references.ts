import { finding } from '../../validate/problem.js';
import { type Batch, effectiveSql } from '../batch.js';

interface Candidate {
  readonly line: number;
  readonly code: string;
  readonly parent: string | null;
}

/**
 * Refuses rows of `units` whose parent is known neither before nor by this file (transitively: a
 * parent that is refused is not known), and rows that would make a unit its own ancestor. What the
 * order of the rows is doesn't matter.
 */
export async function refuseUnitsOutOfTree(batch: Batch): Promise<void> {
  const candidates = await candidatesOf(batch);
  if (candidates.length === 0) return;
  const current = await currentParents(batch);
  const { unknown, circular } = judge(candidates, current);
  const column = batch.headerOf('parent_code');
  const missing = finding(
    'unknown-reference',
    'There is no unit of this code, neither before nor in this file. The row waits in quarantine and is released when it arrives.',
    '现有数据和本文件中都没有此代码的单位。该行暂存待处理区，上级单位导入后自动放行。',
    column,
  );
  const cycle = finding(
    'unit-cycle',
    'By this row the unit would be above itself. A unit must not be among its own ancestors.',
    '按此行，该单位将成为自己的上级。单位不能是自身的上级或间接上级。',
    column,
  );
  const refusals = [
    ...unknown.map((row) => ({ ...row, found: missing, waits: [`unit:${row.parent}`] })),
    ...circular.map((row) => ({ ...row, found: cycle, waits: null })),
  ];
  await batch.client.query(
    `INSERT INTO fate (line, fate, findings, waits_for)
     SELECT line, 'refused', findings, waits_for
     FROM jsonb_to_recordset($1::jsonb) AS r(line bigint, findings jsonb, waits_for text[])`,
    [
      JSON.stringify(
        refusals.map(({ line, parent, found, waits }) => ({
          line,
          findings: [{ ...found, value: parent }],
          waits_for: waits,
        })),
      ),
    ],
  );
}

async function candidatesOf(batch: Batch): Promise<Candidate[]> {
  const { rows } = await batch.client.query<Candidate>(`
    SELECT k.line, k.unit_code AS code, ${effectiveSql(batch, 'parent_code', 'k', 'c')} AS parent
    FROM keyed k
    LEFT JOIN target t ON t.line = k.line
    LEFT JOIN units c ON c.unit_id = t.owner AND c.id = t.id
    WHERE NOT EXISTS (SELECT FROM fate f WHERE f.line = k.line)
    ORDER BY k.line`);
  return rows;
}

/** The parent of every unit as it stands: of several systems the latest record counts. */
async function currentParents({ client }: Batch): Promise<Map<string, string | null>> {
  const { rows } = await client.query<{ code: string; parent: string | null }>(`
    SELECT DISTINCT ON (unit_code) unit_code AS code, parent_code AS parent
    FROM units WHERE superseded_at IS NULL AND withdrawn_reason IS NULL
    ORDER BY unit_code, recorded_at DESC, id DESC`);
  return new Map(rows.map((row) => [row.code, row.parent]));
}

/** Takes refused rows away until those that remain make a tree with what was there. */
function judge(candidates: readonly Candidate[], current: ReadonlyMap<string, string | null>) {
  const unknown: Candidate[] = [];
  const circular: Candidate[] = [];
  let left = [...candidates];
  for (;;) {
    const parents = new Map(current);
    for (const { code, parent } of left) parents.set(code, parent);
    const cyclic = unitsOnCycles(parents);
    const refused = new Set<Candidate>();
    for (const row of left) {
      if (cyclic.has(row.code)) {
        circular.push(row);
        refused.add(row);
      } else if (row.parent !== null && !parents.has(row.parent)) {
        unknown.push(row);
        refused.add(row);
      }
    }
    if (refused.size === 0) return { unknown, circular };
    left = left.filter((row) => !refused.has(row));
  }
}

function unitsOnCycles(parents: ReadonlyMap<string, string | null>): Set<string> {
  const cyclic = new Set<string>();
  const walkOf = new Map<string, number>();
  let walk = 0;
  for (const start of parents.keys()) {
    walk++;
    let code: string | null | undefined = start;
    while (code != null && !walkOf.has(code)) {
      walkOf.set(code, walk);
      code = parents.get(code);
    }
    if (code == null || walkOf.get(code) !== walk) continue;
    // The walk has met itself: from here round once is the cycle.
    const first = code;
    do {
      cyclic.add(code);
      code = parents.get(code)!;
    } while (code !== first);
  }
  return cyclic;
}
