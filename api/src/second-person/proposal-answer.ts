import type { Scope } from '../platform/access/scope.js';
import { type ProposalAnswer, policyDetail } from './proposals.dto.js';
import { isOwn, notSecond, type Proposal } from './proposals.service.js';

/** A proposal as it is answered to a caller; what it is `about` is the number of a person, but for a draft of the policy. */
export function answerOf(proposal: Proposal, scope: Scope): ProposalAnswer {
  const { id, purpose, reason, state, proposer, proposedAt } = proposal;
  const { decidedBy, decidedReason, decidedAt } = proposal;
  const told = {
    ...{ id, reason, state, proposedBy: proposer, proposedAt, own: isOwn(scope, proposal) },
    mayDecide: notSecond(scope, proposal) === undefined,
    ...{ decidedBy, decidedReason, decidedAt },
  };
  switch (purpose) {
    case 'policy':
      return { ...told, purpose, staffNo: null, detail: policyDetail.parse(proposal.detail) };
    case 'quarantine-release':
      throw new Error('the release of a row is answered with its row');
    default:
      return { ...told, purpose, staffNo: proposal.about, detail: proposal.detail };
  }
}
