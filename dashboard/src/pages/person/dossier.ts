import type { Statement } from '../../data/queries/replies.query.js';
import type { RecordVersion } from '../../data/shapes.js';

/** One entry of the time line: a record with all its versions, or what the person said. */
export interface DossierEntry {
  readonly key: string;
  /** The kind of record; `replies` for a statement. */
  readonly source: string;
  readonly on: string | null;
  readonly ref: string;
  /** The latest first; none of a statement. */
  readonly versions: readonly RecordVersion[];
  readonly withdrawn: string | null;
  readonly statement?: Statement;
}

/** What statements are called among the kinds. */
export const STATEMENTS = 'replies';

/** What is recorded about a person and what they said as one list, the latest day first, undated ones last. */
export function dossierOf(
  records: readonly RecordVersion[],
  statements: readonly Statement[],
): DossierEntry[] {
  const byRecord = Map.groupBy(records, (one) => `${one.source}/${one.system}/${one.identity}`);
  const entries: DossierEntry[] = [];
  for (const [key, found] of byRecord) {
    const versions = found.toSorted((a, b) => b.version - a.version);
    const last = versions[0] as RecordVersion;
    const { source, occurredOn: on, ref, withdrawnReason: withdrawn } = last;
    entries.push({ key, source, on, ref, versions, withdrawn });
  }
  for (const statement of statements) {
    const { ref, filedOn: on, withdrawnReason: withdrawn } = statement;
    const key = `${STATEMENTS}/${ref}`;
    entries.push({ key, source: STATEMENTS, on, ref, versions: [], withdrawn, statement });
  }
  return entries.sort(
    (a, b) => (b.on ?? '').localeCompare(a.on ?? '') || a.key.localeCompare(b.key),
  );
}
