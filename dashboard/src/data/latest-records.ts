import type { RecordVersion } from './shapes.js';

/** Of all versions those that count now, the latest day first, at most so many. */
export function latestRecords(records: readonly RecordVersion[], most: number): RecordVersion[] {
  return records
    .filter((record) => record.supersededAt === null && record.withdrawnReason === null)
    .sort(
      (a, b) =>
        (b.occurredOn ?? '').localeCompare(a.occurredOn ?? '') || a.ref.localeCompare(b.ref),
    )
    .slice(0, most);
}
