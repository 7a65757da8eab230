import type { PoolClient } from 'pg';

interface Unit {
  readonly unit_id: number;
  readonly unit_code: string;
  readonly parent_code: string | null;
}

/** Numbers the current unit tree anew in pre-order: siblings by code; units without a known parent are roots. */
export async function rebuildUnitTree(client: PoolClient): Promise<void> {
  const { rows } = await client.query<Unit>(`
    SELECT DISTINCT ON (unit_code COLLATE "C") unit_id, unit_code, parent_code
    FROM units WHERE superseded_at IS NULL AND withdrawn_reason IS NULL
    ORDER BY unit_code COLLATE "C", recorded_at DESC, id DESC`);
  const numbered = preOrder(rows);
  await client.query('DELETE FROM unit_tree');
  await client.query(
    `INSERT INTO unit_tree (unit_id, enter, leave, depth)
     SELECT * FROM unnest($1::bigint[], $2::int[], $3::int[], $4::int[])`,
    [
      numbered.map((unit) => unit.unitId),
      numbered.map((unit) => unit.enter),
      numbered.map((unit) => unit.leave),
      numbered.map((unit) => unit.depth),
    ],
  );
}

function preOrder(units: readonly Unit[]) {
  const known = new Set(units.map((unit) => unit.unit_code));
  const children = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const parent =
      unit.parent_code !== null && known.has(unit.parent_code) ? unit.parent_code : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(unit);
    else children.set(parent, [unit]);
  }
  const numbered: { unitId: number; enter: number; leave: number; depth: number }[] = [];
  let next = 1;
  const visit = (unit: Unit, depth: number): void => {
    const entry = { unitId: unit.unit_id, enter: next++, leave: 0, depth };
    numbered.push(entry);
    for (const child of children.get(unit.unit_code) ?? []) visit(child, depth + 1);
    entry.leave = next - 1;
  };
  for (const root of children.get(null) ?? []) visit(root, 0);
  return numbered;
}
