import { askedBy } from '@probity/analytics';
import type { PoolClient } from 'pg';
import { systemScope } from '../../platform/access/scope.js';
import { kindNamed } from '../kinds/kind-catalog.js';
import type { ImportRecord } from './import.js';

/**
 * Notes a file that brought the first records of a kind that obliges somebody, within the file's own
 * transaction, so that dates can be proposed from which such obligations count. Demonstration data
 * brings its dates along.
 */
export async function noteFirstImport(
  client: PoolClient,
  { id, kind, mode, subject }: ImportRecord,
): Promise<void> {
  const { fromRecords, withoutRecord } = askedBy(kindNamed(kind));
  if (fromRecords.length + withoutRecord.length === 0) return;
  if (mode === 'withdraw' || subject === systemScope.subject) return;
  await client.query(
    `INSERT INTO first_imports (kind, import_id)
     SELECT $1, $2 WHERE NOT EXISTS (
       SELECT FROM imports WHERE kind = $1 AND status = 'committed' AND accepted > 0 AND id <> $2)
     ON CONFLICT DO NOTHING`,
    [kind, id],
  );
}
