import {
  type AppointmentStage,
  type CaseDeadline,
  caseDeadlines,
  dateOf,
  dayOf,
  type GateAnswer,
  type GateReasonKind,
  gate,
  type Policy,
  stageOf,
} from '@probity/analytics';
import { asCase, type CaseFile, type CaseRow, caseAt } from '../cases/case-file.js';
import { isDecidedBy } from '../seals/decisions.js';
import type { Seal } from '../seals/seal.js';
import { judge, type SealedBreach } from '../seals/sealed-document.js';

/** What a list says of a case besides the register: how far it is, and what blocks it. */
export interface CaseStanding {
  readonly stage: AppointmentStage;
  readonly result: GateAnswer['result'];
  readonly blockedBy: readonly GateReasonKind[];
  readonly breach: SealedBreach;
  /** Whether the breach is told from a sealed dossier. */
  readonly sealed: boolean;
  readonly next: NextDeadline | null;
}

export interface NextDeadline {
  readonly kind: CaseDeadline['kind'];
  readonly dueOn: string;
  /** Below zero: so many days late. */
  readonly daysLeft: number;
}

/** A case as lists show it. */
export interface CaseSummary extends CaseStanding {
  readonly row: CaseRow;
}

const kindsOf = ({ reasons }: GateAnswer) => [...new Set(reasons.map(({ kind }) => kind))];

/** The first deadline that isn't kept yet. */
export function nextDeadline(
  deadlines: readonly CaseDeadline[],
  asOf: string,
): NextDeadline | null {
  const next = deadlines.find(({ state }) => state !== 'closed');
  if (!next) return null;
  const { kind, dueOn } = next;
  return { kind, dueOn: dateOf(dueOn) ?? '', daysLeft: dueOn - dayOf(asOf) };
}

/** Open cases as of a day, by what is known. */
export function openStandings(
  files: readonly CaseFile[],
  asOf: string,
  policy: Policy,
): CaseSummary[] {
  const day = dayOf(asOf);
  const cases = files.map((file) => ({ about: caseAt(file, asOf) ?? asCase(file), file }));
  const asked = cases.map(({ about, file }) => ({ about, records: file.records }));
  const deadlines = caseDeadlines(asked, day, policy, files[0]?.facts.calendar);
  return cases.map(({ about, file }, at) => {
    const answer = gate(about, file.facts, day, policy);
    return {
      row: file,
      stage: stageOf(false, answer.reasons),
      result: answer.result,
      blockedBy: kindsOf(answer),
      breach: 'none',
      sealed: false,
      next: nextDeadline(deadlines[at] ?? [], asOf),
    };
  });
}

/** A decided case by its seal. */
export const sealedStanding = (row: CaseRow, seal: Seal): CaseSummary => ({
  row,
  stage: 'decided',
  result: seal.blockedBy.length > 0 ? 'blocked' : 'clear',
  blockedBy: seal.blockedBy,
  breach: seal.breach,
  sealed: true,
  next: null,
});

/** A decided case that isn't sealed yet, by what is known. */
export function unsealedStanding(file: CaseFile, policy: Policy): CaseSummary {
  const answer = judge(file, policy);
  const { result, breach } = answer;
  const told = { result, blockedBy: kindsOf(answer), breach, sealed: false };
  return { row: file, stage: 'decided', ...told, next: null };
}

/** Whether a seal is of the decision that the register has. */
export const isSealOf = (seal: Seal, row: CaseRow): boolean =>
  seal.caseNo === row.caseNo &&
  seal.cadreId === row.cadreId &&
  seal.decidedOn === row.decidedOn &&
  seal.decision === row.decision;

/** Cases decided by a day, and the others. */
export function byDecision(rows: readonly CaseRow[], asOf: string) {
  const decided = rows.filter((row) => isDecidedBy(row, asOf));
  return { decided, open: rows.filter((row) => !isDecidedBy(row, asOf)) };
}
