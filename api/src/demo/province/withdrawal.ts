import { registers, sources } from '@probity/analytics';
import type { DemoFile, Row } from './rows.js';

const kinds = new Map([...registers, ...sources].map((kind) => [kind.key, kind]));

const identityOf = (kind: string): readonly string[] => kinds.get(kind)?.identity ?? [];

/** A file that takes records back: their identities, and why. */
export function withdrawalOf(
  { kind, system }: DemoFile,
  rows: readonly Row[],
  reason: string,
): DemoFile {
  const identity = identityOf(kind);
  const cells = (row: Row) => identity.map((name) => [name, row[name] ?? '']);
  return {
    kind,
    system,
    mode: 'withdraw',
    rows: rows.map((row) => ({ ...Object.fromEntries(cells(row)), reason })),
  };
}

/** What takes back those records of `before` that `now` no longer has. */
export function withdrawalsBetween(
  before: readonly DemoFile[],
  now: readonly DemoFile[],
  reason: string,
): DemoFile[] {
  const keyOf = ({ kind, system }: DemoFile, row: Row) =>
    JSON.stringify([kind, system, ...identityOf(kind).map((name) => row[name] ?? '')]);
  const kept = new Set(now.flatMap((file) => file.rows.map((row) => keyOf(file, row))));
  return before
    .map((file) =>
      withdrawalOf(
        file,
        file.rows.filter((row) => !kept.has(keyOf(file, row))),
        reason,
      ),
    )
    .filter(({ rows }) => rows.length > 0);
}
