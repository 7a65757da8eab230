import type { GateReasonKind } from '@probity/analytics';
import { rfc3339 } from '../../platform/instants.js';
import type { SealedBreach } from './sealed-document.js';

/** A seal as it is kept; instants are RFC 3339 in UTC with microseconds. */
export interface Seal {
  readonly cadreId: number;
  readonly id: number;
  readonly caseNo: string;
  readonly decidedOn: string;
  readonly decision: string;
  readonly breach: SealedBreach;
  readonly blockedBy: readonly GateReasonKind[];
  readonly knownAt: string;
  readonly knownUntil: string;
  readonly policyVersion: number;
  readonly engineVersion: string;
  readonly sha256: string;
  readonly sealedAt: string;
}

/** The columns of a seal without its document. */
export const sealColumns = `s.cadre_id AS "cadreId", s.id, s.case_no AS "caseNo",
  s.decided_on AS "decidedOn", s.decision, s.breach, s.blocked_by AS "blockedBy",
  ${rfc3339('s.known_at')} AS "knownAt", ${rfc3339('s.known_until')} AS "knownUntil",
  s.policy_version AS "policyVersion", s.engine_version AS "engineVersion", s.sha256,
  ${rfc3339('s.sealed_at')} AS "sealedAt"`;
