import {
  type DataType,
  DateDay,
  Field,
  Float64,
  Int8,
  Int16,
  Int32,
  Schema,
  Uint8,
  Uint16,
  Utf8,
} from 'apache-arrow';
import { integerBytes } from '../fields/columns.js';
import type { Fields, Field as RecordField } from '../fields/field.js';

/** The Arrow type of a field's column; undefined where it has none. Choices are codes, their values in the metadata. */
export function arrowType(field: RecordField): DataType | undefined {
  switch (field.type) {
    case 'date':
      return new DateDay();
    case 'integer': {
      const bytes = integerBytes(field);
      if (bytes === 4) return new Int32();
      return bytes === 2 ? new Int16() : new Int8();
    }
    case 'decimal':
      return new Float64();
    case 'boolean':
    case 'choice':
      return new Uint8();
    case 'text':
      return field.column ? new Uint16() : undefined;
    default:
      return undefined;
  }
}

/** The Arrow schema of a kind of record: the columns of its fields, then `ref`. */
export function arrowSchema(fields: Fields, metadata = new Map<string, string>()): Schema {
  const columns = Object.entries(fields).flatMap(([name, field]) => {
    const type = arrowType(field);
    if (!type) return [];
    const values = Object.keys(field.values ?? {});
    return [
      new Field(name, type, true, new Map(values.length ? [['values', values.join(',')]] : [])),
    ];
  });
  return new Schema([...columns, new Field('ref', new Utf8(), false)], metadata);
}
