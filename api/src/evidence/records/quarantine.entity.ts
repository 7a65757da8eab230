import { EntitySchema } from 'typeorm';

/** A row that was refused, kept until it is released, overtaken or discarded. */
export const quarantineEntity = new EntitySchema({
  name: 'quarantine',
  tableName: 'quarantine',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    import_id: { type: 'bigint' },
    kind: { type: 'text' },
    source_system: { type: 'text' },
    line: { type: 'bigint' },
    code: { type: 'text' },
    /** Identity as the file has it; null where a cell of it could not be read. */
    row_key: { type: 'text', nullable: true },
    /** The typed fields, to be released as they are; null where a cell could not be read. */
    content: { type: 'jsonb', nullable: true },
    present: { type: 'bigint', nullable: true },
    /** The row as the file has it: a JSON array of cells, or the JSON object of a line. */
    raw: { type: 'text' },
    state: { type: 'text', default: 'waiting' },
    settled_by: { type: 'text', nullable: true },
    settled_reason: { type: 'text', nullable: true },
    settled_at: { type: 'timestamptz', nullable: true },
  },
  indices: [
    {
      name: 'quarantine_waiting',
      columns: ['kind', 'source_system', 'row_key'],
      where: "state = 'waiting'",
    },
    { name: 'quarantine_import', columns: ['import_id', 'line'] },
  ],
});

/** One missing thing that a quarantined row waits for: `cadre:S1`, `unit:U1`, `appointment-case:C1`. */
export const quarantineReferenceEntity = new EntitySchema({
  name: 'quarantine_reference',
  tableName: 'quarantine_reference',
  columns: {
    reference: { type: 'text', primary: true },
    quarantine_id: { type: 'bigint', primary: true },
  },
});
