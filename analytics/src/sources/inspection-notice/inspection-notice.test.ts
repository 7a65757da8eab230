import { runCases } from '../../../testing/run-cases.js';
import { inspectionNotice } from './inspection-notice.source.js';

runCases(inspectionNotice, import.meta.url);
