import { compareCodePoints, replacePeople } from '@probity/analytics';
import type { ReadRows } from '../copy/copy-rows.js';
import { KNOWN_NOW } from './record-query.js';
import { indexesOf, loadRegister, type Register } from './register.js';

/** A register that has been brought up to date. */
export interface FollowedRegister {
  readonly register: Register;
  /** Each cadre's index in the one before, -1 for one who came; undefined where nobody came, went or changed places. */
  readonly was: Int32Array | undefined;
  /** The numbers of those who came. */
  readonly came: readonly number[];
}

/** The register with these people's rows and postings read anew; some of them may have come or gone. */
export async function followRegister(
  read: ReadRows,
  held: Register,
  ids: readonly number[],
): Promise<FollowedRegister> {
  if (ids.length === 0) return { register: held, was: undefined, came: [] };
  const part = await loadRegister(read, `${KNOWN_NOW} AND cadre_id IN (${ids.join(',')})`);
  const order = orderOf(held, part, ids);
  const moved =
    order.fromOlder.length !== held.ids.length || order.fromOlder.some((old, at) => old !== at);
  const from = <T>(old: readonly T[], recent: readonly T[]): T[] =>
    Array.from(
      order.fromNewer,
      (at, cadre) => (at >= 0 ? recent[at] : old[order.fromOlder[cadre] ?? 0]) as T,
    );
  const newIds = moved ? from(held.ids, part.ids) : held.ids;
  const register = {
    columns: replacePeople(held.columns, part.columns, order, true),
    ids: newIds,
    indexOf: moved ? indexesOf(newIds) : held.indexOf,
    staffNos: from(held.staffNos, part.staffNos),
    names: from(held.names, part.names),
  };
  const came = part.ids.filter((id) => !held.indexOf.has(id));
  return { register, was: moved ? order.fromOlder : undefined, came };
}

/** Everyone in order of staff number, and where each comes from: both indexes for those who are in both registers. */
function orderOf(held: Register, part: Register, ids: readonly number[]) {
  const read = new Set(ids);
  const fromOlder: number[] = [];
  const fromNewer: number[] = [];
  let next = 0;
  const place = (at: number) => {
    fromNewer.push(at);
    fromOlder.push(held.indexOf.get(part.ids[at] ?? -1) ?? -1);
  };
  const before = (at: number, old: number) =>
    (compareCodePoints(part.staffNos[at] ?? '', held.staffNos[old] ?? '') ||
      (part.ids[at] ?? 0) - (held.ids[old] ?? 0)) < 0;
  for (let old = 0; old < held.ids.length; old++) {
    if (read.has(held.ids[old] as number)) continue;
    while (next < part.ids.length && before(next, old)) place(next++);
    fromNewer.push(-1);
    fromOlder.push(old);
  }
  while (next < part.ids.length) place(next++);
  return { fromOlder: Int32Array.from(fromOlder), fromNewer: Int32Array.from(fromNewer) };
}
