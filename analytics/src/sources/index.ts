import type { Source } from '../source.js';
import { auditFinding } from './audit-finding/audit-finding.source.js';
import { debriefingScore } from './debriefing-score/debriefing-score.source.js';
import { educationSession } from './education-session/education-session.source.js';
import { fileReview } from './file-review/file-review.source.js';
import { headcountReview } from './headcount-review/headcount-review.source.js';
import { heartToHeartTalk } from './heart-to-heart-talk/heart-to-heart-talk.source.js';
import { inspectionNotice } from './inspection-notice/inspection-notice.source.js';
import { inspectionOpinion } from './inspection-opinion/inspection-opinion.source.js';
import { jointReviewReply } from './joint-review-reply/joint-review-reply.source.js';
import { personalMatterReport } from './personal-matter-report/personal-matter-report.source.js';
import { reminderTalk } from './reminder-talk/reminder-talk.source.js';

/** Every evidence source of the product, in the order in which screens and files show them. */
export const sources: readonly Source[] = [
  inspectionOpinion,
  debriefingScore,
  auditFinding,
  personalMatterReport,
  reminderTalk,
  educationSession,
  heartToHeartTalk,
  headcountReview,
  fileReview,
  jointReviewReply,
  inspectionNotice,
];
