import type { GateReasonKind } from '../appointments/reason.js';
import type { FollowUpKind } from '../follow-ups/kinds.js';

/** Where in a policy the clause stands that a kind's deadline rests on; null where the record gives the day. */
export const deadlineClauses: Readonly<Record<FollowUpKind, string | null>> = {
  'rectify-finding': 'sources.audit-finding.followUps.rectifyDays',
  'return-visit': 'sources.audit-finding.followUps.returnVisitDays',
  're-rectify-finding': 'sources.audit-finding.followUps.reRectifyDays',
  'submit-report': 'sources.personal-matter-report.followUps.annualDue',
  'verify-opinion': 'sources.inspection-opinion.followUps.verifyDays',
  'decide-failed-debriefing': 'sources.debriefing-score.followUps.decideDays',
  'correct-after-talk': 'sources.reminder-talk.followUps.correctDays',
  'headcount-review': 'sources.headcount-review.followUps.reviewDays',
  'file-review': 'sources.file-review.followUps.reviewDays',
  'inspection-notice': 'sources.inspection-notice.followUps.postDays',
  'joint-review': null,
  'probation-review': 'sources.debriefing-score.followUps.probation.dueDays',
  'hold-debriefing': 'sources.debriefing-score.followUps.holdBy',
  'heart-to-heart': 'sources.heart-to-heart-talk.followUps.everyDays',
  train: 'sources.education-session.followUps.trainBy',
  'hold-audit': 'sources.audit-finding.followUps.auditInPostDays',
  'check-report': 'randomCheck.checkDays',
  'hold-talk': 'talks.holdDays',
  'answer-contest': 'hearing.answerDays',
};

/** The kinds whose days policy gives, so that it can say how they are counted. */
export const countableKinds: readonly FollowUpKind[] = [
  'rectify-finding',
  'return-visit',
  're-rectify-finding',
  'verify-opinion',
  'decide-failed-debriefing',
  'correct-after-talk',
  'headcount-review',
  'file-review',
  'inspection-notice',
  'probation-review',
  'heart-to-heart',
  'hold-audit',
  'answer-contest',
];

/** Where in a policy the clause stands that a kind of gate reason rests on; null where no number decides. */
export const gateClauses: Readonly<Record<GateReasonKind, string | null>> = {
  headcount: null,
  'improper-treatment': null,
  file: 'sources.file-review.requiredItems',
  'joint-review': 'appointments.requiredDepartments',
  notice: 'appointments.noticeDays',
  opinions: 'appointments.respondents',
  debriefing: 'appointments.sufficientGrades',
  'open-finding': 'appointments.openFindingSeverity',
  'personal-matter': 'appointments.omittedDays',
  'report-unverified': 'appointments.checkedDays',
  admonition: 'appointments.admonitionDays',
  sanction: null,
};
