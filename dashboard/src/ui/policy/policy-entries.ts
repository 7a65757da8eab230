import type { Labels } from '@probity/analytics';

/** What a policy's JSON Schema says about an entry, as far as it is shown. */
export interface EntrySchema {
  readonly labels?: Labels;
  readonly unit?: string;
  readonly choiceOf?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly anyOf?: readonly EntrySchema[];
  readonly ruled?: boolean;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, EntrySchema>>;
  readonly additionalProperties?: unknown;
}

/** One number (or date) of a policy. `labels` are those of its groups and its own, outermost first. */
export interface PolicyEntry {
  readonly path: string;
  readonly labels: readonly (Labels | string)[];
  readonly unit: string;
  readonly value: unknown;
  /** As delivered; undefined where there is no such value. */
  readonly preset: unknown;
  /** The kind and field (`kind.field`) of a choice whose values it names. */
  readonly choiceOf?: string | undefined;
  /** The least and the most that a number may be, where there are such. */
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  /** What a number must be more than, where that is not the least. */
  readonly above?: number | undefined;
  /** Where the clause stands that a deadline or threshold rests on; of several numbers that go together it is told at the first. */
  readonly clausePath?: string | undefined;
}

type Limits = Pick<PolicyEntry, 'least' | 'most' | 'above'>;

/** A group of a policy that has a heading of its own, with all entries below it. */
export interface PolicyGroup {
  readonly path: string;
  readonly labels: readonly (Labels | string)[];
  readonly entries: readonly PolicyEntry[];
}

/** The limits of a number, or of the number that an entry may be besides nothing. */
function limitsOf({ minimum, maximum, exclusiveMinimum, anyOf }: EntrySchema): Limits {
  const number = anyOf?.find((one) => 'minimum' in one || 'maximum' in one);
  return number ? limitsOf(number) : { least: minimum, most: maximum, above: exclusiveMinimum };
}

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All numbers below a part of a policy, in the order of its schema. */
function entriesOf(
  schema: EntrySchema,
  value: unknown,
  path: string,
  labels: readonly (Labels | string)[],
): PolicyEntry[] {
  if (schema.properties) {
    const tree = isTree(value) ? value : {};
    const entries = Object.entries(schema.properties).flatMap(([name, part]) =>
      entriesOf(part, tree[name], `${path}.${name}`, [...labels, part.labels ?? name]),
    );
    const [first, ...others] = entries;
    return schema.ruled && first ? [{ ...first, clausePath: path }, ...others] : entries;
  }
  if (isTree(value) || isTree(schema.additionalProperties)) {
    // A map by kind: which kinds are in it is up to the policy.
    const { additionalProperties: each } = schema;
    const limits = isTree(each) ? limitsOf(each) : {};
    return Object.entries(isTree(value) ? value : {}).map(([name, one]) => ({
      path: `${path}.${name}`,
      labels: [...labels, name],
      unit: schema.unit ?? '',
      value: one,
      preset: null,
      ...limits,
    }));
  }
  const clausePath = schema.ruled ? path : undefined;
  const { choiceOf, default: preset } = schema;
  const about = { choiceOf, ...limitsOf(schema) };
  return [{ path, labels, unit: schema.unit ?? '', value, preset, clausePath, ...about }];
}

/** A policy as groups: each source is one, and so is every other part. */
export function policyGroupsOf(schema: EntrySchema, document: unknown): PolicyGroup[] {
  const tree = isTree(document) ? document : {};
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    // Clauses stand beside the numbers that rest on them.
    if (name === 'clauses') return [];
    const value = tree[name];
    const own = part.labels ?? name;
    if (name !== 'sources')
      return [{ path: name, labels: [own], entries: entriesOf(part, value, name, []) }];
    return Object.entries(part.properties ?? {}).map(([source, of]) => ({
      path: `${name}.${source}`,
      labels: [own, of.labels ?? source],
      entries: entriesOf(of, isTree(value) ? value[source] : undefined, `${name}.${source}`, []),
    }));
  });
}

/** Whether an entry differs from what was delivered. Lists are compared by what is in them. */
export const isChanged = ({ value, preset }: PolicyEntry): boolean =>
  JSON.stringify(value ?? null) !== JSON.stringify(preset ?? null);
