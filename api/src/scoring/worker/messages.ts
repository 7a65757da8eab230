import type { Band, countByKind, Policy } from '@probity/analytics';
import type { Bounds } from '../../platform/access/bounds.js';
import type { UnitInterval } from '../../platform/access/scope.js';
import type { Connection } from '../../platform/database/guard/roles.js';
import type { BandMoves } from './band-moves.js';

/** What the scoring thread starts with. */
export interface ScoringThreadData {
  readonly database: Connection;
  /** Threads that score everyone together. */
  readonly threadCount: number;
  /** Where snapshots of the columns are kept. */
  readonly snapshotFolder: string;
}

/** A policy to score with, and its version for the records. */
export interface PolicyInUse {
  readonly version: number;
  readonly policy: Policy;
}

/** Score everyone as of a day and publish it as this run. */
export interface RunRequest extends PolicyInUse {
  readonly runId: number;
  /** The process that has it: another one's result does not count. */
  readonly processId: number;
  readonly asOf: string;
}

/** What a run found. */
export interface RunOutcome {
  readonly knownAt: string;
  readonly cadreCount: number;
  /** How many cadres had to be scored for it; the others' scores were still good. */
  readonly rescored: number;
}

/** What is wanted of one partition for a run. */
export interface PartWanted extends PolicyInUse {
  readonly asOf: string;
  /** Whose follow-ups are asked for, by internal number; everyone's scores are. */
  readonly followed: 'all' | readonly number[];
}

/** Score these partitions on what one transaction sees, and hand the results over. */
export interface ShareRequest {
  readonly runId: number;
  /** The process that has the partitions: another one's results do not count. */
  readonly processId: number;
  /** The transaction's snapshot, as PostgreSQL names it. */
  readonly snapshot: string;
  readonly partitionCount: number;
  /** The partitions that this process has, whose columns it holds. */
  readonly owned: readonly number[];
  readonly parts: readonly { readonly number: number; readonly wanted: PartWanted }[];
}

/** Bands and totals of the people in service whom a caller may ask about, as of several days. */
export interface AggregateRequest extends PolicyInUse, Bounds {
  readonly asOfs: readonly string[];
  /** People whose unit, as of the day, lies in here; undefined: everyone. */
  readonly unit: UnitInterval | undefined;
}

/** The people in service whom a caller may ask about, by unit and band, as of several days. */
export interface CellsRequest extends PolicyInUse, Bounds {
  readonly asOfs: readonly string[];
}

/** The overdue follow-ups of all but some as of a day, by several policies. */
export interface OverdueRequest extends Pick<Bounds, 'hidden'> {
  readonly asOf: string;
  readonly policies: readonly Policy[];
}

/** How bands differ as of a day between two policies, among those whom a caller may ask about. */
export interface MovesRequest extends Bounds {
  readonly asOf: string;
  readonly policies: readonly [before: Policy, after: Policy];
}

/** The overdue follow-ups of one policy, by kind. */
export type OverdueByKind = ReturnType<typeof countByKind>;

/** How the people in service stood on one day. */
export interface Aggregate {
  readonly asOf: string;
  readonly count: number;
  readonly bands: Readonly<Record<Band, number>>;
  /** Sum of the totals, in millipoints. */
  readonly sum: number;
}

/** People counted by the unit they are in themselves and by band: parallel arrays. */
export interface OwnCells {
  readonly asOf: string;
  /** Pre-order numbers of units. */
  readonly enters: readonly number[];
  /** Codes of bands. */
  readonly bands: readonly number[];
  readonly counts: readonly number[];
  /** Sums of the totals, in millipoints. */
  readonly sums: readonly number[];
}

/** What the scoring thread is asked to do, by name: request and answer. */
export interface Calls {
  readonly run: { readonly request: RunRequest; readonly answer: RunOutcome };
  readonly aggregate: { readonly request: AggregateRequest; readonly answer: Aggregate[] };
  readonly overdue: { readonly request: OverdueRequest; readonly answer: OverdueByKind[] };
  readonly cells: { readonly request: CellsRequest; readonly answer: OwnCells[] };
  readonly share: { readonly request: ShareRequest; readonly answer: undefined };
  readonly finish: { readonly request: RunRequest; readonly answer: RunOutcome };
  readonly moves: { readonly request: MovesRequest; readonly answer: BandMoves };
}

/** A question to the thread. */
export interface Question<C extends keyof Calls = keyof Calls> {
  readonly number: number;
  readonly call: C;
  readonly request: Calls[C]['request'];
}

/** The thread's reply: an answer, or why there is none. */
export type Reply =
  | { readonly number: number; readonly answer: Calls[keyof Calls]['answer'] }
  | {
      readonly number: number;
      readonly error: string;
      /** Whether the thread's connection was lost over it. */
      readonly connectionLost: boolean;
    };

/** Something for the log, between replies. */
export interface LogLine {
  readonly log: string;
}
