import { runCases } from '../../../testing/run-cases.js';
import { jointReviewReply } from './joint-review-reply.source.js';

runCases(jointReviewReply, import.meta.url);
