import { z } from 'zod';
import type { Clause } from '../fields/clause.js';
import { clauseSchema } from '../fields/clause-schema.js';

/** The clause that each deadline and threshold rests on, by its path in the policy; null: nobody has named it. */
export type Clauses = Readonly<Record<string, Clause | null | undefined>>;

interface Described {
  readonly ruled?: boolean;
  readonly clause?: Clause;
  readonly properties?: Readonly<Record<string, Described>>;
}

/** The deadlines and thresholds below a schema, with the clauses they are delivered with. */
export function ruledEntries(schema: z.ZodType): Map<string, Clause | null> {
  const found = new Map<string, Clause | null>();
  const visit = ({ ruled, clause, properties }: Described, path: readonly string[]) => {
    if (ruled) found.set(path.join('.'), clause ?? null);
    for (const [name, part] of Object.entries(properties ?? {})) visit(part, [...path, name]);
  };
  visit(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described, []);
  return found;
}

/** Schema of the clauses over some entries; those that a document doesn't speak of are as delivered. */
export function clausesPolicy(entries: ReadonlyMap<string, Clause | null>) {
  return z
    .partialRecord(z.enum([...entries.keys()]), clauseSchema.nullable())
    .prefault({})
    .transform((given): Clauses => ({ ...Object.fromEntries(entries), ...given }))
    .meta({ labels: { en: 'Clauses', 'zh-CN': '依据条款' } });
}
