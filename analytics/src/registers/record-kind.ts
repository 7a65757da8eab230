import type { Fields } from '../fields/field.js';
import type { Labels } from '../fields/labels.js';

/**
 * One kind of record, register or evidence source: what the importer, its table, its template and
 * its page need to know. Every source is one as it stands.
 */
export interface RecordKind {
  /** The kind's name in URLs and files (kebab-case); its table is named after it. */
  readonly key: string;
  readonly labels: Labels;
  readonly fields: Fields;
  /** The fields that tell one record from another within one system; an empty one equals an empty one. */
  readonly identity: readonly string[];
}

/** A register: standing facts about units and people, which evidence refers to. */
export interface Register extends RecordKind {
  readonly register: true;
}

/** Declares a register. Throws a TypeError where its identity names a field it doesn't have. */
export function defineRegister(definition: RecordKind): Register {
  for (const name of definition.identity) {
    if (!(name in definition.fields)) {
      throw new TypeError(`register ${definition.key}: no field ${name}`);
    }
  }
  return { ...definition, register: true };
}
