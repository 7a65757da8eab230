import {
  type Cells,
  dayOf,
  type GateAnswer,
  type GateKind,
  gate,
  gateKinds,
  type Policy,
  sources,
} from '@probity/analytics';
import { asCase, type CaseFile, type CaseRow } from '../cases/case-file.js';
import { kindOf } from '../cases/case-query.sql.js';
import { countOpinions, type OpinionCount } from '../cases/opinion-counts.js';

/** Goes up with every change by which equal records and policy give another document. */
export const SEAL_ENGINE = 'appointment-gate/1';

/** What an appointment was, seen from the gate on the day of the decision. */
export type SealedBreach = 'none' | 'breach' | 'undocumented';

/** Registers have no field that dates a record by itself. */
const datedBy = (key: GateKind): string =>
  sources.find((source) => source.key === key)?.datedBy ?? 'decided_on';

/** The records of a kind that were there on the day; who gave an opinion is nobody's business here. */
function recordsOn(file: CaseFile, key: GateKind, day: string): Cells[] {
  const fields = Object.keys(kindOf(key).fields).filter((name) => name !== 'staff_no');
  return file.records[key]
    .filter((cells) => String(cells[datedBy(key)]) <= day)
    .map((cells) =>
      Object.fromEntries(
        ['system', ...fields]
          .filter((name) => cells[name] !== null && cells[name] !== undefined)
          .map((name) => [name, cells[name]]),
      ),
    );
}

/** The gate on the day of the decision, and what the appointment was. */
export interface Judgement extends GateAnswer {
  readonly breach: SealedBreach;
}

/** Judges a decided case by the records it is given. Throws a RangeError for one that isn't decided. */
export function judge(file: CaseFile, policy: Policy): Judgement {
  const answer = gate(asCase(file), file.facts, dayOf(file.decidedOn ?? ''), policy);
  const { result, reasons } = answer;
  if (file.decision !== 'appointed' || result === 'clear') return { ...answer, breach: 'none' };
  const onlyMissing = reasons.every(({ missing }) => missing);
  return { ...answer, breach: onlyMissing ? 'undocumented' : 'breach' };
}

/** What goes into a seal besides the case. */
export interface SealTerms {
  /** Until when what came in was known at the decision; RFC 3339. */
  readonly knownUntil: string;
  readonly policyVersion: number;
  readonly policy: Policy;
}

/** A decided case with what was known, what the gate said of it, and by which rules. */
export interface SealedDocument {
  readonly engine: string;
  readonly case: Omit<CaseRow, 'cadreId' | 'leftOn'>;
  readonly knownUntil: string;
  readonly policyVersion: number;
  readonly policy: Policy['appointments'];
  readonly breach: SealedBreach;
  readonly gate: GateAnswer & { readonly asOf: string };
  readonly opinions: readonly OpinionCount[];
  readonly records: Readonly<Record<string, readonly Cells[]>>;
}

/** What was known of a decided case, as a value of which equal knowledge gives equal JSON. */
export function sealedDocument(file: CaseFile, terms: SealTerms): SealedDocument {
  const { records: _, facts, cadreId: __, leftOn: ___, ...about } = file;
  const decidedOn = file.decidedOn ?? '';
  const { result, reasons, breach } = judge(file, terms.policy);
  const told = gateKinds.filter((key) => key !== 'inspection-opinion');
  return {
    engine: SEAL_ENGINE,
    case: about,
    knownUntil: terms.knownUntil,
    policyVersion: terms.policyVersion,
    policy: terms.policy.appointments,
    breach,
    gate: { asOf: decidedOn, result, reasons },
    opinions: countOpinions(facts, dayOf(decidedOn)),
    records: Object.fromEntries(told.map((key) => [key, recordsOn(file, key, decidedOn)])),
  };
}
