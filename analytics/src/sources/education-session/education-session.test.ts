import { runCases } from '../../../testing/run-cases.js';
import { educationSession } from './education-session.source.js';

runCases(educationSession, import.meta.url);
