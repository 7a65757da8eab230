import type { Policy } from './schema.js';

/** One entry that differs: its path and both values; undefined where one side lacks it. */
export interface PolicyChange {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two policies, by path. A list counts as one value. */
export function comparePolicies(before: Policy, after: Policy): PolicyChange[] {
  return changes(before, after, []);
}

function changes(before: unknown, after: unknown, path: readonly string[]): PolicyChange[] {
  if (isGroup(before) && isGroup(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => changes(before[name], after[name], [...path, name]));
  }
  const same = JSON.stringify(before ?? null) === JSON.stringify(after ?? null);
  return same ? [] : [{ path, before, after }];
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
