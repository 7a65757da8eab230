import { runCases } from '../../../testing/run-cases.js';
import { personalMatterReport } from './personal-matter-report.source.js';

runCases(personalMatterReport, import.meta.url);
