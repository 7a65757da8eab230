import { EntitySchema } from 'typeorm';

/** A backup that was asked for. `folder` and `file` say where it lies on the machine that wrote it. */
export const backupEntity = new EntitySchema({
  name: 'backups',
  tableName: 'backups',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    requested_by: { type: 'text' },
    requested_at: { type: 'timestamptz', default: () => 'now()' },
    status: { type: 'text', default: 'queued' },
    attempts: { type: 'int', default: 0 },
    started_at: { type: 'timestamptz', nullable: true },
    finished_at: { type: 'timestamptz', nullable: true },
    /** Rows read so far; all of them once it is written. */
    row_count: { type: 'bigint', default: 0 },
    byte_count: { type: 'bigint', nullable: true },
    sha256: { type: 'text', nullable: true },
    folder: { type: 'text', nullable: true },
    file: { type: 'text', nullable: true },
    /** When newer ones took its place. */
    removed_at: { type: 'timestamptz', nullable: true },
    error: { type: 'text', nullable: true },
  },
  indices: [
    { name: 'backups_unfinished', columns: ['id'], where: "status IN ('queued', 'running')" },
  ],
});
