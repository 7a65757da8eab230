/** A partition of the cadres, and the worker (by number) that has it; null: nobody has. */
export interface Dealt {
  readonly number: number;
  readonly processId: number | null;
}

/** Of how many partitions somebody (by internal number) is in which. */
export const partitionOf = (cadreId: number, partitionCount: number): number =>
  cadreId % partitionCount;

/** The same in SQL, over a table with a `cadre_id`: whether a row is about somebody in this partition. */
export const inPartition = (number: number, partitionCount: number): string =>
  `mod(cadre_id, ${partitionCount}) = ${number}`;

/**
 * Deals partitions out among the workers, as evenly as they go: everyone keeps what they have up to a fair
 * share, and what is left goes to those with less. The same for whoever works it out.
 */
export function deal(dealt: readonly Dealt[], workers: readonly number[]): Dealt[] {
  const had = new Map(workers.map((id) => [id, 0]));
  for (const { processId } of dealt) {
    const count = processId === null ? undefined : had.get(processId);
    if (processId !== null && count !== undefined) had.set(processId, count + 1);
  }
  const least = Math.floor(dealt.length / workers.length);
  const more = dealt.length % workers.length;
  // Those who have most are the ones who may have one more: then fewest change hands.
  const ranked = [...had].sort(([a, had], [b, its]) => its - had || a - b).map(([id]) => id);
  const left = new Map(ranked.map((id, at) => [id, at < more ? least + 1 : least]));
  const take = (id: number | null | undefined): boolean => {
    const room = id == null ? undefined : left.get(id);
    if (id == null || !room) return false;
    left.set(id, room - 1);
    return true;
  };
  const kept = dealt.map(({ number, processId }) => ({
    number,
    processId: take(processId) ? processId : null,
  }));
  return kept.map(({ number, processId }) => ({
    number,
    processId: processId ?? ranked.find(take) ?? null,
  }));
}
