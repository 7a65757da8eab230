import { type Field, type RecordKind, recordKinds } from '@probity/analytics';
import { body, type Caller, type SignedIn } from '../access/sign-in.js';
import type { TestServer } from '../server.js';
import { ours, theirs } from './two-bureaus.js';

/** A record that a form entered or changed, as the API tells of it. */
export interface Saved {
  readonly record: {
    readonly id: string;
    readonly ref: string;
    readonly system: string;
    readonly version: number;
    readonly recordedAt: string;
    readonly importId: number;
    readonly withdrawnReason: string | null;
    readonly staffNo: string | null;
    readonly fields: Record<string, string | null>;
  };
  readonly unchanged: boolean;
  readonly warnings: { code: string; column: string | null }[];
}

/** Why a form was refused, field by field. */
export interface Refusal {
  readonly type: string;
  readonly standing?: string;
  readonly findings: { code: string; column: string | null; message: { en: string } }[];
}

/** Enters a record by its form. Throws where it is refused, as the next three do. */
export const enter = (by: Caller, kind: string, fields: object, more: object = {}) =>
  by.json<Saved>(`/api/records/${kind}`, body('POST', { fields, ...more }));
/** Corrects some fields of the record that was seen. */
export const correct = (
  by: Caller,
  kind: string,
  { record }: Pick<Saved, 'record'>,
  fields: object,
) =>
  by.json<Saved>(
    `/api/records/${kind}/${record.id}`,
    body('PUT', { version: record.version, fields }),
  );
/** Withdraws the record that was seen. */
export const withdraw = (
  by: Caller,
  kind: string,
  { record }: Pick<Saved, 'record'>,
  reason: string,
) =>
  by.json<Saved>(
    `/api/records/${kind}/${record.id}/withdraw`,
    body('POST', { version: record.version, reason }),
  );
/** Takes the last change of a record back. */
export const undo = (by: Caller, kind: string, { record }: Pick<Saved, 'record'>) =>
  by.json<Saved>(
    `/api/records/${kind}/${record.id}/undo`,
    body('POST', { version: record.version }),
  );

/** What a request is refused with, and its status. */
export async function refusal(by: SignedIn | TestServer, path: string, init: RequestInit) {
  const answer = await by.fetch(path, init);
  return { status: answer.status, problem: (await answer.json()) as Refusal };
}

/** Something that the field takes; `nth` 1 is another value than 0. */
function sample(kind: RecordKind, name: string, field: Field, nth: 0 | 1): string {
  if (field.references === 'cadre') return ours.staffNo;
  if (field.references === 'unit') return 'OWN';
  if (field.references === 'appointment-case') return 'OUR-CASE';
  switch (field.type) {
    case 'date':
      return `2026-03-1${nth}`;
    case 'integer':
      return String((field.min ?? 0) + nth);
    case 'decimal':
    case 'amount':
      return String(50 + nth);
    case 'boolean':
      return String(nth === 0);
    case 'choice':
      return Object.keys(field.values ?? {})[nth] ?? '';
    case 'text':
      return `FORM ${kind.key} ${name}${nth === 0 ? '' : ' again'}`;
  }
}

/** Every kind of record with a content of its required fields, and a change of one that is free to change. */
export const contents = recordKinds.map((kind) => {
  const fields = Object.entries(kind.fields).filter(([, { optional }]) => !optional);
  const content = Object.fromEntries(
    fields.map(([name, field]) => [name, sample(kind, name, field, 0)]),
  );
  const free = Object.entries(kind.fields).filter(([name]) => !kind.identity.includes(name));
  const [name, field] = free.find(([, { references }]) => !references) ?? free[0]!;
  const other =
    field.references === 'cadre'
      ? theirs.staffNo
      : sample(kind, name, field, name in content ? 1 : 0);
  return { kind: kind.key, content, change: { [name]: other } };
});

/** A finding about our own person. */
export const finding = {
  ...{ ref: 'N-1', staff_no: ours.staffNo, audit_no: 'N', phase: 'in_term' },
  ...{ found_on: '2026-04-01', severity: '2' },
};

/** A refusal without what was asked about and its number. */
export const told = (
  { status, problem }: Awaited<ReturnType<typeof refusal>>,
  ...asked: string[]
) => asked.reduce((text, one) => text.replaceAll(one, 'X'), JSON.stringify({ status, ...problem }));
