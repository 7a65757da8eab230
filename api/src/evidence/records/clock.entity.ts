import { EntitySchema } from 'typeorm';

/** One row: the instant of the last commit of records. Whoever writes records holds its lock. */
export const commitClockEntity = new EntitySchema({
  name: 'commit_clock',
  tableName: 'commit_clock',
  columns: {
    id: { type: 'int', primary: true },
    at: { type: 'timestamptz' },
    /** The day that authority over people stands for. */
    placed_on: { type: 'date', nullable: true },
  },
});

/** The current unit tree as pre-order intervals. */
export const unitTreeEntity = new EntitySchema({
  name: 'unit_tree',
  tableName: 'unit_tree',
  columns: {
    unit_id: { type: 'bigint', primary: true },
    enter: { type: 'int' },
    leave: { type: 'int' },
    depth: { type: 'int' },
  },
  indices: [{ name: 'unit_tree_enter', columns: ['enter'] }],
});

/** How one office's spreadsheet is read: a named mapping profile. */
export const mappingEntity = new EntitySchema({
  name: 'mappings',
  tableName: 'mappings',
  columns: {
    name: { type: 'text', primary: true },
    profile: { type: 'jsonb' },
    changed_at: { type: 'timestamptz', default: () => 'now()' },
    changed_by: { type: 'text' },
  },
});
