import { EntitySchema } from 'typeorm';

/** A file on its way in, and afterwards what became of it. */
export const importEntity = new EntitySchema({
  name: 'imports',
  tableName: 'imports',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    kind: { type: 'text' },
    source_system: { type: 'text' },
    mode: { type: 'text' },
    mapping_name: { type: 'text', nullable: true },
    mapping: { type: 'jsonb', nullable: true },
    format: { type: 'text', nullable: true },
    sha256: { type: 'text' },
    /** Digest of bytes, kind, system, mapping and direction: equal means the same file sent again. */
    fingerprint: { type: 'text' },
    bytes: { type: 'bigint' },
    /** The folder of the file, see Spool.folderId, and its name in there. */
    spool_folder: { type: 'text', default: '' },
    spool_name: { type: 'text' },
    header: { type: 'jsonb', nullable: true },
    status: { type: 'text', default: 'queued' },
    rows: { type: 'bigint', default: 0 },
    accepted: { type: 'bigint', default: 0 },
    changed: { type: 'bigint', nullable: true },
    duplicates: { type: 'bigint', default: 0 },
    quarantined: { type: 'bigint', default: 0 },
    released: { type: 'bigint', default: 0 },
    warnings: { type: 'bigint', default: 0 },
    bytes_read: { type: 'bigint', default: 0 },
    rows_read: { type: 'bigint', default: 0 },
    attempts: { type: 'int', default: 0 },
    idempotency_key: { type: 'text', nullable: true },
    subject: { type: 'text' },
    /** The account behind the sender. */
    account_id: { type: 'bigint', nullable: true },
    received_at: { type: 'timestamptz', default: () => 'now()' },
    recorded_at: { type: 'timestamptz', nullable: true },
    finished_at: { type: 'timestamptz', nullable: true },
  },
  indices: [
    { name: 'imports_unfinished', columns: ['id'], where: "status IN ('queued', 'running')" },
    { name: 'imports_fingerprint', columns: ['fingerprint'] },
    {
      name: 'imports_idempotency',
      columns: ['subject', 'idempotency_key'],
      unique: true,
      where: 'idempotency_key IS NOT NULL',
    },
  ],
});

/** One thing that was wrong, or worth a look, in an imported file. */
export const importProblemEntity = new EntitySchema({
  name: 'import_problems',
  tableName: 'import_problems',
  columns: {
    import_id: { type: 'bigint', primary: true },
    id: { type: 'bigint', primary: true, generated: 'increment' },
    severity: { type: 'text' },
    line: { type: 'bigint', nullable: true },
    column_name: { type: 'text', nullable: true },
    code: { type: 'text' },
    message: { type: 'text' },
    message_zh: { type: 'text' },
    value: { type: 'text', nullable: true },
  },
});
