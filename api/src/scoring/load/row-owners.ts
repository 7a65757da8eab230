/** The people whose rows are read: where each stands in the table, by internal number. */
export interface RowOwners {
  readonly count: number;
  readonly indexOf: ReadonlyMap<number, number>;
  readonly staffNos: readonly string[];
}
