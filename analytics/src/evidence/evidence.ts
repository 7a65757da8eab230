import { allocateColumns, type Columns } from '../fields/columns.js';
import type { WorkingCalendar } from '../fields/working-days.js';
import type { Source } from '../source.js';
import type { CadreColumns } from './cadres.js';
import type { CasesByCadre } from './cases.js';
import type { ContestsByCadre } from './contests.js';
import { packTexts, type Texts } from './texts.js';
import type { UndertakingsByCadre } from './undertakings.js';

/** One source's rows, clustered by cadre: cadre k owns rows `from[k]` to `from[k + 1]`, by ref and system. */
export interface SourceRows {
  readonly from: Uint32Array;
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
    return {
      from: new Uint32Array(count + 1),
      rows: allocateColumns(source.fields, 0),
      refs: packTexts([]),
    };
  }
  if (found.from.length !== count + 1) {
    throw new RangeError(`${source.key}: rows of ${found.from.length - 1} cadres, not of ${count}`);
  }
  return found;
}
