import type { Field, RecordKind } from '@probity/analytics';
import { belongsToUnit } from '../kinds/kind-catalog.js';

/** The table of a kind: its key with `_` for `-`. */
export const tableOf = (kind: RecordKind): string => kind.key.replaceAll('-', '_');

/** The column that says whose the row is. */
export const ownerColumnOf = (kind: RecordKind): 'unit_id' | 'cadre_id' =>
  belongsToUnit(kind) ? 'unit_id' : 'cadre_id';

/** The sequence that numbers cadres, or units, when they are first heard of. */
export const ownerSequenceOf = (kind: RecordKind): string =>
  belongsToUnit(kind) ? 'unit_number' : 'cadre_number';

/** How a field is stored. */
export function sqlTypeOf(field: Field): 'date' | 'integer' | 'numeric' | 'boolean' | 'text' {
  switch (field.type) {
    case 'date':
    case 'integer':
    case 'boolean':
      return field.type;
    case 'decimal':
    case 'amount':
      return 'numeric';
    case 'text':
    case 'choice':
      return 'text';
  }
}

/** A name as SQL writes it. Field names are snake_case, but `to`, `rank` or `text` mean something to SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
