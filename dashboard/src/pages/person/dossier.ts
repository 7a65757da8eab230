import type { Posting, RecordVersion } from '../../data/shapes.js';

/** One entry of the time line: a record with all its versions, or a posting. */
export interface DossierEntry {
  readonly key: string;
  /** The kind of record; `postings` for a posting. */
  readonly source: string;
  readonly on: string | null;
  readonly ref: string;
  readonly versions: readonly RecordVersion[];
  readonly withdrawn: string | null;
  readonly posting?: Posting;
}

/** A person's records and postings as one list, the latest day first, undated ones last. */
export function dossierOf(
  records: readonly RecordVersion[],
  postings: readonly Posting[],
): DossierEntry[] {
  const byRecord = Map.groupBy(records, ({ source, ref }) => `${source}/${ref}`);
  const entries: DossierEntry[] = [];
  for (const [key, versions] of byRecord) {
    const last = versions.toSorted((a, b) => b.version - a.version)[0] as RecordVersion;
    entries.push({
      key,
      source: last.source,
      on: last.occurredOn,
      ref: last.ref,
      versions,
      withdrawn: last.withdrawnReason,
    });
  }
  for (const posting of postings) {
    entries.push({
      key: `postings/${posting.unitCode}/${posting.fromOn}/${posting.post ?? ''}`,
      source: 'postings',
      on: posting.fromOn,
      ref: '',
      versions: [],
      withdrawn: null,
      posting,
    });
  }
  return entries.sort(
    (a, b) => (b.on ?? '').localeCompare(a.on ?? '') || a.key.localeCompare(b.key),
  );
}
