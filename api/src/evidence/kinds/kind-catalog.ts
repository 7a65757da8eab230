import { type Field, type RecordKind, recordKinds } from '@probity/analytics';
import { notFound } from '../../platform/errors/problem.js';

/** The kind of that key. Throws a 404 problem for any other. */
export function kindNamed(key: string): RecordKind {
  const kind = recordKinds.find((candidate) => candidate.key === key);
  if (!kind) throw notFound(`kind of record called "${key}"`);
  return kind;
}

/** Whether records of this kind are standing facts rather than evidence. */
export const isRegister = (kind: RecordKind): boolean => 'register' in kind;

/** Whether rows of this kind belong to a unit (or, without a unit's code, to nobody); all others belong to a cadre. */
export const belongsToUnit = (kind: RecordKind): boolean =>
  !('staff_no' in kind.fields) && !('case_no' in kind.fields);

/** A field of a kind together with its name. */
export interface NamedField extends Field {
  readonly name: string;
}

/** All fields of a kind in order. */
export const fieldsOf = (kind: RecordKind): NamedField[] =>
  Object.entries(kind.fields).map(([name, field]) => ({ name, ...field }));

/** The fields that have a column of their own: a reference to a cadre stands in `cadre_id` alone. */
export const storedFieldsOf = (kind: RecordKind): NamedField[] =>
  fieldsOf(kind).filter((field) => field.references !== 'cadre');
