import type { RecordVersion } from '../../data/shapes.js';

/** What happened to a record after an instant. */
export interface RecordChange {
  readonly after: RecordVersion;
  /** What stood at the instant; undefined for a record that is new since. */
  readonly before: RecordVersion | undefined;
}

/** Kinds that the gate doesn't look at: outcomes are for backtests only, aliases are about numbers. */
const BESIDE_THE_GATE = ['outcomes', 'cadre-aliases'];

/** The records that differ from what was known at an instant, each with what stood then; the latest first. */
export function changesSince(records: readonly RecordVersion[], knownAt: string): RecordChange[] {
  const seen = records.filter(({ source }) => !BESIDE_THE_GATE.includes(source));
  const byRecord = Map.groupBy(seen, (one) => `${one.source}/${one.system}/${one.identity}`);
  const changes: RecordChange[] = [];
  for (const versions of byRecord.values()) {
    const [after] = versions.toSorted((a, b) => b.version - a.version);
    if (!after || after.recordedAt <= knownAt) continue;
    const before = versions.find(
      ({ recordedAt, supersededAt }) =>
        recordedAt <= knownAt && (supersededAt === null || supersededAt > knownAt),
    );
    if (before || after.withdrawnReason === null) changes.push({ after, before });
  }
  return changes.sort((a, b) => b.after.recordedAt.localeCompare(a.after.recordedAt));
}
