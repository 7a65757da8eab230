import { appointmentCase } from '../registers/careers.register.js';
import type { RecordKind } from '../registers/record-kind.js';
import type { Source } from '../source.js';
import { sources as allSources } from '../sources/index.js';
import type { FollowUpKind } from './kinds.js';

/** What the first records of a kind bring up. */
export interface AskedKinds {
  /** Follow-ups that come of the records themselves, so that old ones can be overdue at once. */
  readonly fromRecords: readonly FollowUpKind[];
  /** Those that are asked for without a record, from a date that policy gives. */
  readonly withoutRecord: readonly FollowUpKind[];
}

/** What the first records of a kind bring up; two empty lists for kinds that oblige nobody. */
export function askedBy(
  { key }: Pick<RecordKind, 'key'>,
  sources: readonly Source[] = allSources,
): AskedKinds {
  if (key === appointmentCase.key) {
    const ofCases = sources.flatMap(({ obliges }) => obliges?.byCase ?? []);
    return { fromRecords: ofCases, withoutRecord: [] };
  }
  const obliges = sources.find((source) => source.key === key)?.obliges;
  return { fromRecords: obliges?.byRecord ?? [], withoutRecord: obliges?.withoutRecord ?? [] };
}
