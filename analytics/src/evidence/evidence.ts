import { allocateColumns, type Columns } from '../fields/columns.js';
import type { WorkingCalendar } from '../fields/working-days.js';
import type { Source } from '../source.js';
import type { CadreColumns } from './cadres.js';
import type { CasesByCadre } from './cases.js';
import type { ContestsByCadre } from './contests.js';
import { packTexts, type Texts } from './texts.js';
import type { UndertakingsByCadre } from './undertakings.js';

/**
 * One source's rows, those of each cadre together: cadre k owns rows `from[k]` to `to[k]`, by ref and system. The
 * cadres' rows follow each other in the order of the cadres, except where some were exchanged (see `appendRows`).
 */
export interface SourceRows {
  /** One more than there are cadres; the last says how many rows the columns have. */
  readonly from: Uint32Array;
  /** Exclusive. */
  readonly to: Uint32Array;
  readonly rows: Columns;
  /** What each row is called: its ref or case number, else its identity joined by `/`. */
  readonly refs: Texts;
}

/** Everything that scores and follow-ups are worked out from. Plain data, so that threads can share it. */
export interface Evidence {
  readonly cadres: CadreColumns;
  /** By source key; a source that is not there has no rows. */
  readonly sources: Readonly<Record<string, SourceRows | undefined>>;
  /** The appointment cases that obligations are asked about; without them there are none. */
  readonly cases?: CasesByCadre | undefined;
  /** What the people concerned contest; without them nothing is contested. */
  readonly contests?: ContestsByCadre | undefined;
  /** What offices have taken on about people; without them nothing. */
  readonly undertakings?: UndertakingsByCadre | undefined;
  /** What working days are counted by; without it every week has Monday to Friday. */
  readonly calendar?: WorkingCalendar | undefined;
}

/** The rows of a source, with none for anybody where the evidence lacks it. Throws a RangeError if they are not of these cadres. */
export function rowsOf(evidence: Evidence, source: Source): SourceRows {
  const { count } = evidence.cadres;
  const found = evidence.sources[source.key];
  if (!found) {
    const from = new Uint32Array(count + 1);
    return {
      from,
      to: from.subarray(1),
      rows: allocateColumns(source.fields, 0),
      refs: packTexts([]),
    };
  }
  if (found.from.length !== count + 1) {
    throw new RangeError(`${source.key}: rows of ${found.from.length - 1} cadres, not of ${count}`);
  }
  return found;
}
