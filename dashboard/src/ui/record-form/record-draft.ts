import type { Finding } from '../../data/failure.js';
import type { FormFields, StandingRecord } from '../../data/queries/records.query.js';
import type { Field, Kind } from '../../data/shapes.js';

/** What a form starts with, and which fields it shows. */
export interface FormWish {
  readonly kind: string;
  /** The record that is to be corrected; without it a new one is entered. */
  readonly record?: StandingRecord | undefined;
  /** What is known beforehand. */
  readonly given?: Readonly<Record<string, string>> | undefined;
  /** Of what is given, what isn't to be changed here. */
  readonly fixed?: readonly string[] | undefined;
  /** The only fields asked for, all of them needed; without it all of the kind. */
  readonly only?: readonly string[] | undefined;
  /** Fields that are asked for beside these, and may stay empty. */
  readonly also?: readonly string[] | undefined;
}

/** A field as a form shows it. */
export interface FormField extends Field {
  readonly needed: boolean;
  /** Shown, but not to be changed: it tells the record from others, or was given. */
  readonly settled: boolean;
}

/** The fields of a form, in the order of the kind (of those asked for, in theirs). */
export function fieldsOf(
  kind: Kind,
  { record, fixed = [], only, also = [] }: FormWish,
): FormField[] {
  const shaped = (field: Field): FormField => ({
    ...field,
    needed: only ? only.includes(field.name) : !field.optional,
    settled: record ? kind.identity.includes(field.name) : fixed.includes(field.name),
  });
  if (!only) return kind.fields.map(shaped);
  return [...only, ...also].flatMap((name) =>
    kind.fields.filter((field) => field.name === name).map(shaped),
  );
}

/** What the fields hold when the form opens. A field that numbers a new record has a number already. */
export function startOf(kind: Kind, wish: FormWish, number: string): Record<string, string> {
  return Object.fromEntries(
    kind.fields.map(({ name, optional }) => {
      const suggested = !wish.record && !optional && name === 'ref' ? number : '';
      const standing = wish.record?.fields[name] ?? '';
      // What closes a record is proposed where it says nothing yet.
      return [
        name,
        (wish.record ? standing || wish.given?.[name] : wish.given?.[name]) || suggested,
      ];
    }),
  );
}

/** What is sent: of a new record what is filled in, of a standing one what differs. */
export function contentOf(
  fields: readonly FormField[],
  values: Readonly<Record<string, string>>,
  record: StandingRecord | undefined,
): FormFields {
  const content: FormFields = {};
  for (const { name, settled, known } of fields) {
    const typed = (values[name] ?? '').trim();
    // A usual value may be written as it is shown.
    const usual = known?.find(({ labels }) => Object.values(labels).includes(typed));
    const value = usual?.value ?? typed;
    if (!record && value !== '') content[name] = value;
    // A withdrawn one says nothing any more, so all that is to come back is said.
    const before = record?.withdrawnReason === null ? record.fields[name] : undefined;
    if (record && !settled && value !== (before ?? '')) content[name] = value || null;
  }
  return content;
}

/** What is said of fields that a form needs and that say nothing; `said` already has the others. */
export function missingIn(
  fields: readonly FormField[],
  values: Readonly<Record<string, string>>,
  said: readonly Finding[],
): Finding[] {
  const told = new Set(said.map(({ column }) => column));
  return fields
    .filter(({ name, needed }) => needed && !(values[name] ?? '').trim() && !told.has(name))
    .map(({ name, labels }) => ({ code: 'required', message: labels, column: name, value: null }));
}

/** What a form is called, by what it was opened for: the same form later has the same name. */
export const formName = ({ kind, record, given = {}, only = [] }: FormWish): string =>
  JSON.stringify(
    record ? [kind, record.id, record.version, only] : [kind, ...Object.entries(given).sort()],
  );

/** A number for a new record: the day, and four letters and digits that are hard to take for others. */
export function proposedNumber(today: string): string {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
  const drawn = crypto.getRandomValues(new Uint8Array(4));
  const tail = [...drawn].map((byte) => letters[byte % letters.length]).join('');
  return `H${today.replaceAll('-', '')}-${tail}`;
}

/** What is said of one field; of the whole record for null, with all that no shown field takes. */
export function findingsAt(
  findings: readonly Finding[],
  column: string | null,
  shown: readonly FormField[],
): Finding[] {
  const names = new Set<string | null>(shown.map(({ name }) => name));
  return findings.filter((one) =>
    column === null ? !names.has(one.column) : one.column === column,
  );
}
