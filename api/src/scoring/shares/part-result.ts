import {
  type Day,
  decodeColumns,
  encodeColumns,
  type FollowUp,
  NO_DAY,
  type Policy,
  packTexts,
  type Scores,
  sources,
  type Texts,
  textAt,
  visitFollowUps,
} from '@probity/analytics';
import type { Held } from '../load/held-evidence.js';

/** How many follow-ups somebody has whose follow-ups were not asked for. */
const NOT_ASKED = 0xffff_ffff;

/** What the column of a source's subtotals is called. */
const subtotalOf = (key: string): string => `subtotal ${key}`;

/** What all follow-ups of one sort have in common. */
type Sort = Pick<FollowUp, 'kind' | 'source' | 'state' | 'owedBy' | 'inherited'>;

/** What a partition's follow-ups are, but for whose. */
export type FollowUpFound = Sort & Pick<FollowUp, 'ref' | 'dueOn' | 'closedOn' | 'daysOverdue'>;

/** A partition's result as two Arrow files: people with their scores, and their follow-ups. */
export interface PartFiles {
  readonly scores: Uint8Array;
  /** Without a byte where there are none. */
  readonly followUps: Uint8Array;
}

/** A partition's result. */
export interface PartResult {
  /** By internal number, in order of staff number. */
  readonly ids: Float64Array;
  /** As `Scores` has them, without places. */
  readonly total: Int32Array;
  readonly subtotals: Readonly<Record<string, Int32Array>>;
  readonly present: Uint8Array;
  readonly applicable: Uint8Array;
  readonly band: Uint8Array;
  /** The sum of these people's digests (see `peopleSum`). */
  readonly people: bigint;
  /** The follow-ups of the person at this place; undefined where they were not asked for. */
  followUpsAt(at: number): Iterable<FollowUpFound> | undefined;
}

/** Packs a partition's scores, and the follow-ups of those asked for (`followed`, by internal number). */
export function packPart(
  held: Held,
  scores: Scores,
  policy: Policy,
  followed: 'all' | readonly number[],
): PartFiles {
  const { register, evidence } = held;
  const count = register.ids.length;
  const asked =
    followed === 'all'
      ? Uint32Array.from({ length: count }, (_, at) => at)
      : Uint32Array.from(followed.flatMap((id) => register.indexOf.get(id) ?? [])).sort();
  const counts = new Uint32Array(count).fill(NOT_ASKED);
  for (const cadre of asked) counts[cadre] = 0;
  const sorts = new Map<string, number>();
  const found = { sort: [] as number[], dueOn: [] as Day[], closedOn: [] as Day[] };
  const late: number[] = [];
  const refs: string[] = [];
  visitFollowUps(evidence, asked, scores.day, policy, (followUp) => {
    const { kind, source, state, owedBy, inherited } = followUp;
    const sort = JSON.stringify({ kind, source, state, owedBy, inherited } satisfies Sort);
    const code = sorts.get(sort) ?? sorts.size;
    sorts.set(sort, code);
    found.sort.push(code);
    found.dueOn.push(followUp.dueOn);
    found.closedOn.push(followUp.closedOn);
    late.push(followUp.daysOverdue);
    refs.push(followUp.ref);
    counts[followUp.cadre] = (counts[followUp.cadre] ?? 0) + 1;
  });
  const { total, present, applicable, band } = scores;
  const columns: Parameters<typeof encodeColumns>[0]['columns'] = {
    ...{ id: Float64Array.from(register.ids), total, present, applicable, band },
    followUpCount: counts,
    ...Object.fromEntries(
      Object.entries(scores.subtotals).map(([key, column]) => [subtotalOf(key), column]),
    ),
  };
  const metadata = { people: held.digest.people.toString(16) };
  return {
    scores: encodeColumns({ columns, metadata }),
    followUps:
      refs.length === 0
        ? new Uint8Array()
        : encodeColumns({
            columns: {
              sort: Uint16Array.from(found.sort),
              dueOn: Int32Array.from(found.dueOn),
              closedOn: Int32Array.from(found.closedOn),
              daysOverdue: Int32Array.from(late),
              ref: packTexts(refs),
            },
            metadata: { sorts: `[${[...sorts.keys()].join(',')}]` },
          }),
  };
}

/** What `packPart` packed. */
export function unpackPart(files: PartFiles): PartResult {
  const { columns, metadata } = decodeColumns(files.scores);
  const { id, total, present, applicable, band, followUpCount } = columns;
  const counts = followUpCount as Uint32Array;
  const from = new Uint32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? 0;
    from[at + 1] = (from[at] ?? 0) + (count === NOT_ASKED ? 0 : count);
  }
  const followUpAt = files.followUps.length > 0 ? readFollowUps(files.followUps) : undefined;
  return {
    ids: id as Float64Array,
    total: total as Int32Array,
    present: present as Uint8Array,
    applicable: applicable as Uint8Array,
    band: band as Uint8Array,
    subtotals: Object.fromEntries(
      sources.map(({ key }) => [key, columns[subtotalOf(key)] as Int32Array]),
    ),
    people: BigInt(`0x${metadata.people}`),
    followUpsAt(at) {
      if (counts[at] === NOT_ASKED) return undefined;
      const [first = 0, end = 0] = [from[at], from[at + 1]];
      return Array.from({ length: end - first }, (_, nth) => followUpAt?.(first + nth)).filter(
        (one) => one !== undefined,
      );
    },
  };
}

function readFollowUps(bytes: Uint8Array): (row: number) => FollowUpFound {
  const { columns, metadata } = decodeColumns(bytes);
  const sorts = JSON.parse(metadata.sorts ?? '[]') as Sort[];
  const { sort, dueOn, closedOn, daysOverdue } = columns as Record<string, Int32Array>;
  const refs = columns.ref as Texts;
  return (row) => ({
    ...(sorts[sort?.[row] ?? 0] as Sort),
    ref: textAt(refs, row),
    dueOn: dueOn?.[row] ?? NO_DAY,
    closedOn: closedOn?.[row] ?? NO_DAY,
    daysOverdue: daysOverdue?.[row] ?? 0,
  });
}
