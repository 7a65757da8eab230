import { runCases } from '../../../testing/run-cases.js';
import { headcountReview } from './headcount-review.source.js';

runCases(headcountReview, import.meta.url);
