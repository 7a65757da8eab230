import { EntitySchema } from 'typeorm';

/** What is written into the export folder, for whom, and when. Removed ones stay, for their history. */
export const exportScheduleEntity = new EntitySchema({
  name: 'export_schedules',
  tableName: 'export_schedules',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    name: { type: 'text' },
    /** What files are named after, in lower case: two schedules must not write the same file. */
    file_key: { type: 'text' },
    what: { type: 'text' },
    unit_code: { type: 'text', nullable: true },
    filters: { type: 'jsonb' },
    cron: { type: 'text' },
    time_zone: { type: 'text' },
    bom: { type: 'boolean' },
    created_by: { type: 'text' },
    created_at: { type: 'timestamptz', default: () => 'now()' },
    /** Due times after this instant count: set when the schedule is made and when its times change. */
    due_from: { type: 'timestamptz', default: () => 'now()' },
    removed_at: { type: 'timestamptz', nullable: true },
  },
  indices: [
    {
      name: 'export_schedules_file',
      columns: ['file_key'],
      unique: true,
      where: 'removed_at IS NULL',
    },
  ],
});

/** One file for one due time. */
export const exportRunEntity = new EntitySchema({
  name: 'export_runs',
  tableName: 'export_runs',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    schedule_id: { type: 'bigint' },
    due_at: { type: 'timestamptz', precision: 3 },
    /** Who asked for it out of turn; empty where its time had come. */
    requested_by: { type: 'text', nullable: true },
    status: { type: 'text', default: 'queued' },
    attempts: { type: 'int', default: 0 },
    as_of: { type: 'date' },
    started_at: { type: 'timestamptz', nullable: true },
    finished_at: { type: 'timestamptz', nullable: true },
    row_count: { type: 'bigint', nullable: true },
    byte_count: { type: 'bigint', nullable: true },
    sha256: { type: 'text', nullable: true },
    file: { type: 'text', nullable: true },
    /** In which scope it was read: whose scope is another by now may not have the file. */
    read_in: { type: 'text', nullable: true },
    error: { type: 'text', nullable: true },
  },
  indices: [
    // This index is what makes a due time come once, whoever notices it first.
    { name: 'export_runs_due', columns: ['schedule_id', 'due_at'], unique: true },
    { name: 'export_runs_unfinished', columns: ['id'], where: "status IN ('queued', 'running')" },
  ],
});
