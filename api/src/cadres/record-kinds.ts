import { type Field, type RecordKind, registers, type Source, sources } from '@probity/analytics';

/** A kind whose records are about people, and where it keeps them. */
export interface PersonalKind extends RecordKind {
  readonly table: string;
  /** The fields that have a column; the person is the row's owner and has none. */
  readonly stored: readonly (readonly [name: string, field: Field])[];
  /** The field that dates a record; the registers of people and their numbers have none. */
  readonly datedBy: string | undefined;
}

const registersDatedBy: Readonly<Record<string, string>> = {
  postings: 'from_on',
  'appointment-case': 'opened_on',
  sanctions: 'decided_on',
  outcomes: 'decided_on',
};

function personalKind(kind: RecordKind | Source): PersonalKind {
  return {
    ...kind,
    table: kind.key.replaceAll('-', '_'),
    stored: Object.entries(kind.fields).filter(([, field]) => field.references !== 'cadre'),
    datedBy: 'datedBy' in kind ? kind.datedBy : registersDatedBy[kind.key],
  };
}

/** Records about a case are about its cadre. */
const isPersonal = ({ fields }: RecordKind) => 'staff_no' in fields || 'case_no' in fields;

/** The evidence sources, in the order of screens. */
export const sourceKinds: readonly PersonalKind[] = sources.filter(isPersonal).map(personalKind);

/** The sources, and the registers that are about people. */
export const personalKinds: readonly PersonalKind[] = [
  ...sourceKinds,
  ...registers.filter(isPersonal).map(personalKind),
];
