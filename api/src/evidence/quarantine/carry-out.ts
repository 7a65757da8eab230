import type { PoolClient } from 'pg';
import { conflict } from '../../platform/errors/problem.js';
import { dropTemporary } from '../commit/batch.js';
import { settlePlaces } from '../commit/places.js';
import { releaseRows, releaseWaiting } from '../commit/release.js';
import type { EvidenceCommitted } from '../imports/evidence-committed.js';
import { kindNamed } from '../kinds/kind-catalog.js';

/** A quarantined row as its table has it. */
export interface QuarantinedRow {
  readonly id: number;
  readonly import_id: number;
  readonly kind: string;
  readonly source_system: string;
  readonly line: number;
  readonly code: string;
  readonly state: string;
  readonly content: Record<string, unknown> | null;
  readonly settled_reason: string | null;
}

/** Codes that a person may overrule: two rows in conflict, or a record that was withdrawn. */
const settleable = ['conflict', 'withdrawn'];

/** Refuses (409) a row that nobody's decision can release. */
export function demandReleasable({ code, content }: QuarantinedRow): void {
  if (settleable.includes(code) && content) return;
  throw conflict(
    code === 'unknown-reference'
      ? 'This row is released by itself when what it refers to arrives.'
      : `A row refused as "${code}" cannot be released; mend it and send it again.`,
    'not-released',
  );
}

/**
 * Lets a waiting row count, in place of what stands, and what waited for it too; under the commit
 * lock, taken at `from`. Returns what the others must hear of; undefined where nothing new was
 * written. Throws 409 where the row still lacks something.
 */
export async function carryOutRelease(
  client: PoolClient,
  row: QuarantinedRow,
  from: string,
): Promise<EvidenceCommitted | undefined> {
  const kind = kindNamed(row.kind);
  const at = await releaseRows(client, kind, { ...row, ids: [row.id] }, true);
  const { rows } = await client.query<{ state: string; code: string }>(
    'SELECT state, code FROM quarantine WHERE id = $1',
    [row.id],
  );
  if (rows[0]?.state === 'waiting') {
    throw conflict(`The row cannot be released yet: ${rows[0].code}.`, 'not-released');
  }
  if (!at) return undefined;
  const releases = await releaseWaiting(client, kind, at);
  await dropTemporary(client);
  const to = releases.at > at ? releases.at : at;
  await settlePlaces(client, releases.kinds, { from, to });
  return { at: to, importId: row.import_id, kinds: [...releases.kinds], cadreIds: 'all' };
}
