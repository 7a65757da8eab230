import { runCases } from '../../../testing/run-cases.js';
import { auditFinding } from './audit-finding.source.js';

runCases(auditFinding, import.meta.url);
