import { type Day, NO_DAY } from '../fields/day.js';
import type { Texts } from './texts.js';

/** Texts that repeat: a code for each row into the distinct values, NO_TEXT where empty. */
export interface Dictionary {
  readonly codes: Uint32Array;
  readonly values: readonly string[];
}

/** The code of an empty text. */
export const NO_TEXT = 0xffffffff;

/** What a row of the register, or a posting, says about somebody's place. */
export interface Places {
  readonly unit: Dictionary;
  readonly post: Dictionary;
  readonly rank: Dictionary;
  /** 1 for a head, 0 or NO_CODE otherwise. */
  readonly head: Uint8Array;
}

/** Postings clustered by cadre: cadre k has rows `from[k]` to `from[k + 1]`, see `cadreColumns` for their order. */
export interface PostingColumns extends Places {
  readonly from: Uint32Array;
  readonly fromOn: Int32Array;
  /** Exclusive; NO_DAY while it lasts. */
  readonly toOn: Int32Array;
}

/** The register of cadres as columns. A cadre's index is its row here and everywhere else. Plain data, so that threads can share it. */
export interface CadreColumns {
  readonly count: number;
  readonly staffNo: Texts;
  /** The cadres' indexes, by staff number (code point). */
  readonly byStaffNo: Uint32Array;
  readonly appointedOn: Int32Array;
  readonly leftOn: Int32Array;
  readonly register: Places;
  readonly postings: PostingColumns;
}

/** Whether a cadre is in service on the day: appointed by then (or no date given) and not yet left. */
export function inService(cadres: CadreColumns, cadre: number, day: Day): boolean {
  return servesOn(cadres.appointedOn[cadre], cadres.leftOn[cadre], day);
}

/** The same for the two dates themselves; an empty date of appointment means: always was. */
export function servesOn(appointedOn: Day, leftOn: Day, day: Day): boolean {
  return (appointedOn <= day || appointedOn === NO_DAY) && leftOn > day;
}
