import type { Scope } from '../../platform/access/scope.js';
import type { StandingRecord } from './standing-records.service.js';

/** What the commit of a form demands of the records as they stand when it has the lock. */
export interface FormDemands {
  readonly scope: Scope;
  /** Whether the caller may write about people in scope only. */
  readonly bounded: boolean;
  /** The record that the form was opened with; undefined: there must be none. */
  readonly standing: StandingRecord | undefined;
}

/** The row of a form, and what stands under its identity. */
export interface Situation {
  readonly owner: number | null;
  readonly known: boolean;
  readonly ownerSeen: boolean;
  readonly standingOwner: number | null;
  readonly standingId: number | null;
  readonly standingSeen: boolean;
  readonly stands: boolean;
}
