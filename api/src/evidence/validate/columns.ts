import type { RecordKind } from '@probity/analytics';
import { fieldsOf } from '../kinds/kind-catalog.js';
import type { MappingProfile } from '../mappings/profile.js';
import { finding, UnreadableFile } from './problem.js';

/** Why a column was taken for a field. */
export type Ground = 'mapping' | 'name' | 'label' | 'alias';

/** One column of a file and the field it was taken for. */
export interface BoundColumn {
  readonly position: number;
  readonly header: string;
  /** undefined: nobody knows this header. */
  readonly field?: string;
  readonly ground?: Ground;
}

/** The field that says why a record is withdrawn. A kind may have a `reason` of its own. */
export const REASON = 'withdrawn_reason';
const REASON_HEADERS = ['reason', '原因', '理由', 'withdrawal reason', '撤回原因'];

/** Two headers are the same when they differ in case, width, spaces, `_` or `-` only. */
export const normal = (header: string): string =>
  header
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/**
 * Takes each column of a header for a field: the mapping's own columns first, then names, labels in
 * both languages, then aliases. `withReason` adds the column that a withdrawal needs.
 * Throws UnreadableFile for a header that stands twice.
 */
export function bindColumns(
  kind: RecordKind,
  header: readonly string[],
  profile?: MappingProfile,
  withReason = false,
): BoundColumn[] {
  refuseRepeats(header);
  const bound: BoundColumn[] = header.map((text, position) => ({ position, header: text }));
  const taken = new Set<string>(Object.keys(profile?.constants ?? {}));
  const bind = (ground: Ground, wanted: (text: string, exact: string) => string | undefined) => {
    for (const column of bound) {
      if (column.field !== undefined || column.header === '') continue;
      const field = wanted(normal(column.header), column.header);
      if (field === undefined || taken.has(field)) continue;
      taken.add(field);
      bound[column.position] = { ...column, field, ground };
    }
  };

  const mapped = Object.entries(profile?.columns ?? {}).map(
    ([field, theirs]) => [withReason && field === 'reason' ? REASON : field, theirs] as const,
  );
  bind('mapping', (text, exact) => {
    return (mapped.find(([, theirs]) => theirs === exact) ??
      mapped.find(([, theirs]) => normal(theirs) === text))?.[0];
  });
  // What a mapping takes from one column is not looked for in another.
  for (const [field] of mapped) taken.add(field);

  const fields = fieldsOf(kind);
  if (withReason) {
    bind('name', (text) => (REASON_HEADERS.includes(text) ? REASON : undefined));
  }
  bind('name', (text) => fields.find((field) => normal(field.name) === text)?.name);
  bind('label', (text) => {
    return fields.find((field) =>
      Object.values(field.labels).some((label) => normal(label) === text),
    )?.name;
  });
  bind('alias', (text) => {
    return fields.find((field) => field.aliases?.some((alias) => normal(alias) === text))?.name;
  });
  return bound;
}

function refuseRepeats(header: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const [index, text] of header.entries()) {
    if (text === '') continue;
    const before = seen.get(normal(text));
    if (before !== undefined) {
      throw new UnreadableFile(
        finding(
          'duplicate-header',
          `The header "${text}" stands twice, in columns ${before + 1} and ${index + 1}. Rename or remove one of them.`,
          `表头“${text}”重复出现（第 ${before + 1} 列和第 ${index + 1} 列）。请改名或删除其中一列。`,
          text,
        ),
        1,
      );
    }
    seen.set(normal(text), index);
  }
}

/** Throws UnreadableFile where columns are missing that every row needs, and names all of them. */
export function requireColumns(
  kind: RecordKind,
  bound: readonly BoundColumn[],
  profile: MappingProfile | undefined,
  only?: readonly string[],
): void {
  const there = new Set([
    ...bound.map((column) => column.field),
    ...Object.keys(profile?.constants ?? {}),
  ]);
  const lacking = fieldsOf(kind)
    .filter((field) => !field.optional && (!only || only.includes(field.name)))
    .filter((field) => !there.has(field.name))
    .map((field) => missing(profile?.columns[field.name] ?? field.name, field.labels['zh-CN']));
  if (only?.includes(REASON) && !there.has(REASON)) lacking.push(missing('reason', '原因'));
  const [first, ...others] = lacking;
  if (first) throw new UnreadableFile(first, 1, others);
}

const missing = (name: string, label: string) =>
  finding(
    'missing-column',
    `The column "${name}" (${label}) is missing. Add it to the header, or name the column that has it in a mapping.`,
    `缺少“${label}”列（${name}）。请在表头中补上，或在映射中指明对应的列。`,
    name,
  );
