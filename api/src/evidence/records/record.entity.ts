import { type RecordKind, recordKinds } from '@probity/analytics';
import {
  EntitySchema,
  type EntitySchemaColumnOptions,
  type EntitySchemaIndexOptions,
} from 'typeorm';
import { storedFieldsOf } from '../kinds/kind-catalog.js';
import { ownerColumnOf, sqlTypeOf, tableOf } from './record-table.js';

type Columns = Record<string, EntitySchemaColumnOptions>;

/** Kinds whose rows others name by their identity, whatever the system. */
const referredTo = ['units', 'cadres', 'cadre-aliases', 'appointment-case'];

/** The entity of a kind: the columns that all kinds share, then one for each stored field. */
export function recordEntity(kind: RecordKind): EntitySchema {
  const table = tableOf(kind);
  const columns: Columns = {
    [ownerColumnOf(kind)]: { type: 'bigint', primary: true },
    id: { type: 'bigint', primary: true, generated: 'increment' },
    record_key: { type: 'text' },
    source_system: { type: 'text' },
    version: { type: 'int' },
    import_id: { type: 'bigint' },
    recorded_at: { type: 'timestamptz' },
    superseded_at: { type: 'timestamptz', nullable: true },
    withdrawn_reason: { type: 'text', nullable: true },
  };
  for (const field of storedFieldsOf(kind)) {
    columns[field.name] = { type: sqlTypeOf(field), nullable: field.optional ?? false };
  }
  const indices: EntitySchemaIndexOptions[] = [
    {
      name: `${table}_current`,
      columns: ['source_system', 'record_key'],
      unique: true,
      where: 'superseded_at IS NULL',
    },
    { name: `${table}_recorded`, columns: ['recorded_at'] },
    {
      name: `${table}_superseded`,
      columns: ['superseded_at'],
      where: 'superseded_at IS NOT NULL',
    },
  ];
  if (referredTo.includes(kind.key)) {
    indices.push({ name: `${table}_named`, columns: [...kind.identity] });
  }
  // Who held a post before whom.
  if ('post_code' in kind.fields && 'from_on' in kind.fields) {
    indices.push({
      name: `${table}_by_post`,
      columns: ['post_code', 'from_on'],
      where: 'superseded_at IS NULL AND post_code IS NOT NULL',
    });
  }
  return new EntitySchema({ name: table, tableName: table, columns, indices });
}

/** The entities of all kinds. */
export const recordEntities: readonly EntitySchema[] = recordKinds.map(recordEntity);
