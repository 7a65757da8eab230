import type { Dictionary, FileColumn, Places } from '@probity/analytics';

/** The columns of places for a file; their texts go into its metadata. */
export function placesColumns({ unit, post, rank, head }: Places): {
  readonly columns: Readonly<Record<string, FileColumn>>;
  readonly texts: string;
} {
  const columns = { unit: unit.codes, post: post.codes, rank: rank.codes, head };
  return { columns, texts: JSON.stringify([unit.values, post.values, rank.values]) };
}

/** The places of such columns. */
export function placesOfColumns(
  columns: Readonly<Record<string, FileColumn>>,
  texts: string,
): Places {
  const [units, posts, ranks] = JSON.parse(texts) as string[][];
  const dictionary = (name: string, values: readonly string[] = []): Dictionary => ({
    codes: columns[name] as Uint32Array,
    values,
  });
  return {
    unit: dictionary('unit', units),
    post: dictionary('post', posts),
    rank: dictionary('rank', ranks),
    head: columns.head as Uint8Array,
  };
}
