import type { RecordKind } from '@probity/analytics';
import type { PoolClient } from 'pg';
import type { Batch } from '../commit/batch.js';
import { type CommitOrder, type Committed, commitStaged } from '../commit/commit-staged.js';
import { createStage, stageRows } from '../commit/stage.js';
import type { OpenedTable } from '../parse/open-table.js';
import { stagedFile } from '../staging/staged-file.js';
import { type BoundColumn, bindColumns, REASON, requireColumns } from '../validate/columns.js';
import type { PlausibleSpan } from '../validate/plausibility.js';
import { RowReader } from '../validate/row-reader.js';
import type { ImportRecord } from './import.js';

/** One import, with what is needed to read its file. */
export interface ImportTask {
  readonly record: ImportRecord;
  readonly kind: RecordKind;
  readonly span: PlausibleSpan;
  /** Called now and then while the file is read. */
  readonly progress: (rowCount: number, bytesRead: number) => void;
  /** How many threads may read a large file; one where not given. */
  readonly threadCount?: number;
  /** Where a person at a form has looked at what stands, and says so: what they demand of it. */
  readonly byHand?: CommitOrder['demand'];
  /** Of whom they may be told. */
  readonly asker?: CommitOrder['asker'];
}

/** Reads an opened file into the stage and commits it, within the caller's transaction. Throws UnreadableFile. */
export async function commitFile(
  client: PoolClient,
  task: ImportTask,
  table: OpenedTable,
): Promise<Committed> {
  const { record, kind } = task;
  const profile = record.mapping ?? undefined;
  const withdraw = record.mode === 'withdraw';
  const reading = { kind, profile, withdraw, span: task.span };
  const reader = new RowReader(reading);
  let columns: readonly BoundColumn[] = bindColumns(kind, table.header, profile, withdraw);
  if (!table.growing) {
    requireColumns(kind, columns, profile, withdraw ? [...kind.identity, REASON] : undefined);
  }
  reader.bind(columns);
  await createStage(client, reader.fields);
  const pieces = stagedFile(table, reading, reader, {
    threadCount: task.threadCount ?? 1,
    grown: (bound) => {
      columns = bound;
    },
  });
  const staged = await stageRows(client, reader.fields, pieces, task.progress);
  await client.query('UPDATE imports SET header = $2 WHERE id = $1', [
    record.id,
    JSON.stringify(table.header),
  ]);
  const batch: Batch = {
    client,
    kind,
    system: record.source_system,
    importId: record.id,
    fields: reader.fields,
    presentInAll: staged.presentInAll,
    presentInAny: staged.presentInAny,
    withdraw,
    revert: record.mode === 'revert' || task.byHand !== undefined,
    releasing: false,
    columns: table.growing ? [] : reader.columns,
    headerOf: (field) => reader.headerOf(field),
  };
  const committed = await commitStaged(batch, staged, {
    atomic: record.mode === 'atomic' || task.byHand !== undefined,
    repeated: async () => task.byHand === undefined && sentBefore(client, record),
    ...(task.byHand && { demand: task.byHand }),
    asker: task.asker,
  });
  if (committed.refused) return committed;
  let notes = staged.rowCount === 0 ? await noteNoRows(client, record.id) : 0;
  if (!profile && !withdraw) notes += await noteUnknownHeaders(client, record.id, columns);
  const counts = { ...committed.counts, warnings: committed.counts.warnings + notes };
  return { ...committed, counts };
}

/** A file of a header alone is likely another one than its sender thinks. */
async function noteNoRows(client: PoolClient, importId: number): Promise<number> {
  await client.query(
    `INSERT INTO import_problems (import_id, severity, line, column_name, code, message, message_zh, value)
     VALUES ($1, 'warning', 1, NULL, 'no-rows', $2, $3, NULL)`,
    [
      importId,
      'There is nothing in the file below its header, so nothing was imported.',
      '文件只有表头，没有任何数据行，因此未导入任何内容。',
    ],
  );
  return 1;
}

async function sentBefore(client: PoolClient, record: ImportRecord): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT 1 FROM imports WHERE fingerprint = $1 AND status = 'committed' AND id <> $2 LIMIT 1`,
    [record.fingerprint, record.id],
  );
  return rows.length > 0;
}

/** A header that nobody knows is said, so that nothing is lost in silence. */
async function noteUnknownHeaders(
  client: PoolClient,
  importId: number,
  columns: readonly BoundColumn[],
): Promise<number> {
  const unknown = columns.filter((column) => column.field === undefined && column.header !== '');
  for (const { header } of unknown) {
    await client.query(
      `INSERT INTO import_problems (import_id, severity, line, column_name, code, message, message_zh, value)
       VALUES ($1, 'warning', 1, $2, 'unknown-column', $3, $4, NULL)`,
      [
        importId,
        header,
        `No field is called "${header}"; the column was not imported. Name it in a mapping if it is one of ours.`,
        `没有名为“${header}”的字段，该列未导入。如需导入，请在映射中指明。`,
      ],
    );
  }
  return unknown.length;
}
