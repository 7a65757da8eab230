import { runCases } from '../../../testing/run-cases.js';
import { fileReview } from './file-review.source.js';

runCases(fileReview, import.meta.url);
