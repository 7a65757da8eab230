import type { RecordVersion } from './shapes.js';

/** Fields that may date a record, first come first served; deadlines are no dates of a record. */
const dating = [
  'given_on',
  'held_on',
  'found_on',
  'reviewed_on',
  'requested_on',
  'posted_on',
  'due_on',
  'decided_on',
  'from_on',
  'opened_on',
];

/** A record version with the day it is about. */
export interface DatedRecord extends RecordVersion {
  readonly occurredOn: string | null;
}

/** The day a record is about; null where it has none. */
export function dateOfRecord(record: RecordVersion): string | null {
  const field = dating.find((name) => record.fields[name]);
  return field ? String(record.fields[field]) : null;
}

/** Of all versions those that count now, the latest day first, at most so many. */
export function latestRecords(records: readonly RecordVersion[], most: number): DatedRecord[] {
  return records
    .filter((record) => record.supersededAt === null && record.withdrawnReason === null)
    .map((record) => ({ ...record, occurredOn: dateOfRecord(record) }))
    .sort(
      (a, b) =>
        (b.occurredOn ?? '').localeCompare(a.occurredOn ?? '') || a.ref.localeCompare(b.ref),
    )
    .slice(0, most);
}
