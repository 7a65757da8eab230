import { runCases } from '../../../testing/run-cases.js';
import { debriefingScore } from './debriefing-score.source.js';

runCases(debriefingScore, import.meta.url);
