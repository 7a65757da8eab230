import type { CsvColumn } from '../platform/csv/csv.js';
import type { LogEntry } from './audit.dto.js';

const pairs = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

/** The columns of the log as a CSV file. */
export const logCsv: readonly CsvColumn<LogEntry>[] = [
  { header: 'seq', cell: (entry) => entry.seq },
  { header: 'at', cell: (entry) => entry.at },
  { header: 'subject', cell: (entry) => entry.subject },
  { header: 'roles', cell: (entry) => entry.roles.join('; ') },
  { header: 'action', cell: (entry) => entry.action },
  { header: 'phase', cell: (entry) => entry.phase },
  { header: 'method', cell: (entry) => entry.method },
  { header: 'route', cell: (entry) => entry.route },
  { header: 'path_parameters', cell: (entry) => pairs(entry.parameters.path) },
  { header: 'query_parameters', cell: (entry) => pairs(entry.parameters.query) },
  { header: 'people', cell: (entry) => entry.people.join('; ') },
  { header: 'outcome', cell: (entry) => entry.outcome },
  { header: 'status', cell: (entry) => entry.status },
  { header: 'denied', cell: (entry) => entry.denied },
  { header: 'address', cell: (entry) => entry.address },
  { header: 'request_id', cell: (entry) => entry.requestId },
  { header: 'row_count', cell: (entry) => entry.rowCount },
  { header: 'byte_count', cell: (entry) => entry.byteCount },
  { header: 'sha256', cell: (entry) => entry.sha256 },
  { header: 'hash', cell: (entry) => entry.hash },
  { header: 'account', cell: (entry) => entry.account },
];
