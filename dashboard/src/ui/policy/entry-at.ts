import type { Labels } from '@probity/analytics';
import type { EntrySchema } from './policy-entries.js';

/** What a path of the policy names, as far as its schema says. */
export interface NamedEntry {
  /** Of its groups and its own, outermost first; a name that the schema has no label for is itself. */
  readonly labels: readonly (Labels | string)[];
  readonly unit: string;
  /** The kind and field (`kind.field`) of a choice whose values it names. */
  readonly choiceOf?: string | undefined;
  /** What of a clause it is (`article`), or '' for all of it; undefined where it is none. */
  readonly ofClause?: string | undefined;
}

const CLAUSES = 'clauses.';
/** The group of all sources says nothing that a source's own name doesn't. */
const SOURCES = 'sources';

interface Reached {
  readonly labels: (Labels | string)[];
  /** The group or entry that was found, and the names below it that the schema doesn't know one by one. */
  readonly schema: EntrySchema;
  readonly rest: readonly string[];
}

/** Follows names as far as the schema knows them, or until what a clause can be named for. */
function reach(root: EntrySchema, names: readonly string[], stopsAtRule: boolean): Reached {
  const labels: (Labels | string)[] = [];
  let schema = root;
  for (const [at, name] of names.entries()) {
    const next = schema.properties?.[name];
    if (!next) return { labels, schema, rest: names.slice(at) };
    schema = next;
    if (name !== SOURCES) labels.push(next.labels ?? name);
    if (stopsAtRule && next.ruled) return { labels, schema, rest: names.slice(at + 1) };
  }
  return { labels, schema, rest: [] };
}

/** What a path (`bands.high`, `followUps.countFrom.return-visit`, `clauses.appointments.noticeDays.article`) names. */
export function entryAt(root: EntrySchema, path: string): NamedEntry {
  if (path.startsWith(CLAUSES)) {
    const { labels, rest } = reach(root, path.slice(CLAUSES.length).split('.'), true);
    return { labels, unit: '', ofClause: rest.join('.') };
  }
  const { labels, schema, rest } = reach(root, path.split('.'), false);
  const { unit = '', choiceOf } = schema;
  return { labels: rest.length > 0 ? [...labels, rest.join('.')] : labels, unit, choiceOf };
}
