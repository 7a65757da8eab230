import {
  datedRegisters,
  type RecordKind,
  type RetentionPolicy,
  recordKinds,
  sources,
} from '@probity/analytics';

/** A kind whose records are removed some years after their date. */
export interface Removable {
  readonly kind: string;
  readonly table: string;
  /** SQL for the date of a row `r`, by which it is kept. */
  readonly datedBy: string;
  /** SQL for the name of a row `r` of the person `c`, as follow-ups call it. */
  readonly ref: string;
  /** SQL that tells the versions of one record from those of others. */
  readonly identity: readonly string[];
  /** Whether rows name an appointment case. */
  readonly ofCase: boolean;
}

/** What is kept for a time only, as a policy has it. */
export interface KeptFor extends Removable {
  readonly years: number;
  readonly clause: string | null;
}

const quoted = (name: string) => `r."${name}"`;

function refSql({ fields, identity }: RecordKind): string {
  if (identity.includes('case_no')) return 'r.case_no';
  const part = (name: string) => (name === 'staff_no' ? 'c.staff_no' : `${quoted(name)}::text`);
  const joined = `concat_ws('/', ${identity.map((name) => `nullif(${part(name)}, '')`).join(', ')})`;
  return 'ref' in fields ? `coalesce(nullif(r.ref, ''), ${joined})` : joined;
}

function removableOf(kind: RecordKind, dates: readonly string[]): Removable {
  return {
    kind: kind.key,
    table: kind.key.replaceAll('-', '_'),
    datedBy: `coalesce(${dates.map(quoted).join(', ')})`,
    ref: refSql(kind),
    identity: ['source_system', 'record_key'],
    ofCase: 'case_no' in kind.fields,
  };
}

/** Every kind that a policy can name, statements included. */
export const removables: readonly Removable[] = [
  ...sources.map((source) => removableOf(source, [source.datedBy])),
  ...recordKinds.flatMap((kind) => {
    const dates = datedRegisters[kind.key];
    return dates ? [removableOf(kind, dates)] : [];
  }),
  {
    ...{ kind: 'replies', table: 'replies', ref: 'r.ref', identity: ['ref'], ofCase: false },
    datedBy: `coalesce(${(datedRegisters.replies ?? []).map(quoted).join(', ')})`,
  },
];

/** The kinds that a policy keeps for a time only. */
export function keptFor({ keepYears, clause }: RetentionPolicy): readonly KeptFor[] {
  return removables.flatMap((each) => {
    const years = keepYears[each.kind];
    return years ? [{ ...each, years, clause: clause[each.kind] ?? null }] : [];
  });
}
