import type { ReadRows } from '../copy/copy-rows.js';
import type { Register } from './register.js';

/** The unit in whose scope each cadre is, by the cadre's index: its internal number, 0 for none. */
export type Authority = Int32Array;

/** Reads in whose scope everyone is today; that isn't evidence, and follows no as-of day. */
export async function loadAuthority(read: ReadRows, register: Register): Promise<Authority> {
  const authority = new Int32Array(register.columns.count);
  const query = 'SELECT cadre_id, unit_id FROM authority WHERE unit_id IS NOT NULL';
  for await (const rows of read(query)) {
    for (const [cadreId, unitId] of rows) {
      const cadre = register.indexOf.get(Number(cadreId));
      if (cadre !== undefined) authority[cadre] = Number(unitId);
    }
  }
  return authority;
}

/** The authority with what has changed since, over a register in which people may have come (`came`, by number) or moved (`was`). */
export async function followAuthority(
  read: ReadRows,
  register: Register,
  held: { readonly authority: Authority; readonly knownAt: string },
  { was, came }: { readonly was: Int32Array | undefined; readonly came: readonly number[] },
): Promise<Authority> {
  // What nobody moved in stays the same memory: what was worked out from it holds, too.
  let authority = was ? Int32Array.from(was, (old) => held.authority[old] ?? 0) : held.authority;
  // The instant is PostgreSQL's own; a COPY takes no parameters.
  const query = `SELECT cadre_id, coalesce(unit_id, 0) FROM authority
    WHERE changed_at > '${held.knownAt}' OR cadre_id IN (${[0, ...came].join(',')})`;
  for await (const rows of read(query)) {
    for (const [cadreId, unitId] of rows) {
      const cadre = register.indexOf.get(Number(cadreId));
      if (cadre === undefined) continue;
      if (authority === held.authority) authority = held.authority.slice();
      authority[cadre] = Number(unitId);
    }
  }
  return authority;
}
