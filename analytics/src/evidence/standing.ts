import { type Day, NO_DAY } from '../fields/day.js';
import { type CadreColumns, type Dictionary, NO_TEXT, type Places } from './cadres.js';

/** A cadre's place as of a day. */
export interface Standing {
  readonly unitCode: string | null;
  readonly post: string | null;
  readonly rank: string | null;
  readonly head: boolean;
}

/** The row of the posting that covers the day (`from <= day < to`; the latest from, then the smaller unit code); -1 where none does. */
export function postingAt({ postings }: CadreColumns, cadre: number, day: Day): number {
  const first = postings.from[cadre];
  for (let row = postings.from[cadre + 1] - 1; row >= first; row--) {
    if (postings.fromOn[row] <= day && day < postings.toOn[row]) return row;
  }
  return -1;
}

/** Whether the cadre heads a unit on the day. */
export function headsUnit(cadres: CadreColumns, cadre: number, day: Day): boolean {
  const posting = postingAt(cadres, cadre, day);
  const head = posting < 0 ? cadres.register.head[cadre] : cadres.postings.head[posting];
  return head === 1;
}

/** Since when a cadre who heads a unit on the day does so; NO_DAY for others, and where no date is known. */
export function headSince(cadres: CadreColumns, cadre: number, day: Day): Day {
  if (!headsUnit(cadres, cadre, day)) return NO_DAY;
  const posting = postingAt(cadres, cadre, day);
  return posting < 0 ? cadres.appointedOn[cadre] : cadres.postings.fromOn[posting];
}

/** The unit, post, rank and head as of the day: the covering posting's, literally, else the register's; a posting without a post has the register's. */
export function standingAt(cadres: CadreColumns, cadre: number, day: Day): Standing {
  const posting = postingAt(cadres, cadre, day);
  const places: Places = posting < 0 ? cadres.register : cadres.postings;
  const row = posting < 0 ? cadre : posting;
  return {
    unitCode: valueAt(places.unit, row),
    post: valueAt(places.post, row) ?? valueAt(cadres.register.post, cadre),
    rank: valueAt(places.rank, row),
    head: places.head[row] === 1,
  };
}

/** A dictionary's text in a row; null where empty. */
export function valueAt({ codes, values }: Dictionary, row: number): string | null {
  const code = codes[row];
  return code === NO_TEXT ? null : (values[code] ?? null);
}
