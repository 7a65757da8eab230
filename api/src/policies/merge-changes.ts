type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A policy document with changes laid over it: groups are merged name by name, everything else
 * (numbers, lists, null) replaces what was there.
 */
export function mergeChanges(document: unknown, changes: unknown): unknown {
  if (!isGroup(document) || !isGroup(changes)) return changes;
  const merged: Record<string, unknown> = { ...document };
  for (const [name, value] of Object.entries(changes)) {
    merged[name] = name in document ? mergeChanges(document[name], value) : value;
  }
  return merged;
}
