import { type AppointmentStage, appointmentStages } from '@probity/analytics';
import { auditReaders } from './audit.selection.js';
import { followUpReaders } from './follow-ups.selection.js';
import { dateTextOf, numberOf, oneOf, type Readers, textOf } from './query-text.js';
import { rankingReaders } from './ranking.selection.js';

/** Orders of the list of units beside that of the tree, as the address has them. */
export const unitSorts = ['-share', 'share', '-mean', 'mean', '-overdue', 'overdue'] as const;

export const boardReaders = {
  stage: oneOf(Object.keys(appointmentStages) as AppointmentStage[]),
  blocked: oneOf(['true']),
};

/** What the address of each page may have beside the day and the unit, by the page's name. */
const pageReaders: Readonly<Record<string, Readers>> = {
  ranking: rankingReaders,
  'follow-ups': followUpReaders,
  audit: auditReaders,
  appointments: boardReaders,
  units: { sort: oneOf(unitSorts) },
  policy: { version: numberOf },
  records: { kind: textOf, given: textOf },
  person: { source: textOf, record: textOf },
};

/** What the address of a page may have; the day and the unit stay in it from page to page. */
export const readersOf = (page: unknown): Readers => ({
  asOf: dateTextOf,
  unit: textOf,
  ...pageReaders[String(page)],
});
