import type { Scores } from '@probity/analytics';
import type { CopyLines } from '../../../platform/database/copy-lines.js';
import type { Held } from '../../load/held-evidence.js';
import { placesOf } from '../../load/places-of.js';

/** Whose a row is, where they stand, and since which run it holds: what `scores` and `follow_ups` begin with. */
export const personColumns = [
  'run_id',
  'from_run',
  'cadre_id',
  'staff_no',
  'name',
  'unit_code',
  'unit_enter',
  'scope_unit_id',
  'scope_enter',
] as const;

/** Where rows about people come from, and with which run's they lie. */
export interface PeoplesRows {
  readonly held: Held;
  /** The run whose rows they lie with, and the run from which they hold. */
  readonly baseId: number;
  readonly runId: number;
}

/** Which rows are to be written. */
export interface RunRows extends PeoplesRows {
  readonly scores: Scores;
  /** By index; everyone where not given. */
  readonly people?: readonly number[] | undefined;
}

/** Adds the cells of `personColumns`. */
export function addPerson(
  lines: CopyLines,
  { held, baseId, runId }: PeoplesRows,
  cadre: number,
  unitCode: string | null,
): void {
  const { columns, ids, names } = held.register;
  const { unitEnter, scopeUnitId, scopeEnter } = placesOf(held, cadre, unitCode);
  lines.number(baseId).number(runId).number(ids[cadre]).textAt(columns.staffNo, cadre);
  lines.text(names[cadre]).text(unitCode);
  lines.number(unitEnter).number(scopeUnitId).number(scopeEnter);
}
