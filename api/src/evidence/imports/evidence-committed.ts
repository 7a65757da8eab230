export { EVIDENCE_COMMITTED } from '../../platform/database/commit-clock.js';

/** Sent within the commit that changed records. */
export interface EvidenceCommitted {
  /** The commit clock's instant: everything up to it is in the tables. */
  readonly at: string;
  readonly importId: number;
  /** Kinds that have new versions. */
  readonly kinds: readonly string[];
  /** Whose records changed; `all` where they are too many to name, or units changed. */
  readonly cadreIds: readonly number[] | 'all';
}
