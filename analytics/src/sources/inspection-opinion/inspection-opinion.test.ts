import { runCases } from '../../../testing/run-cases.js';
import { inspectionOpinion } from './inspection-opinion.source.js';

runCases(inspectionOpinion, import.meta.url);
