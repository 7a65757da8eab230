import type { PoolClient } from 'pg';
import { refreshAuthority } from '../../platform/access/authority.js';
import { renewRefusedPeople } from '../quarantine/refused-people.js';
import { rebuildUnitTree } from './references/unit-tree.js';

const PLACING = ['units', 'cadres', 'postings'];

/** What follows from new versions of units, people and postings: the tree, in whose scope people are, and whom refused rows mean. */
export async function settlePlaces(
  client: PoolClient,
  kinds: ReadonlySet<string>,
  span: { readonly from: string; readonly to: string },
): Promise<void> {
  if (kinds.has('units')) await rebuildUnitTree(client);
  if (PLACING.some((kind) => kinds.has(kind))) await refreshAuthority(client, span);
  await renewRefusedPeople(client, kinds, span);
}
