import type { SourceRows } from '../evidence/evidence.js';
import { packTexts } from '../evidence/texts.js';
import { compareCodePoints } from '../fields/code-points.js';
import { allocateColumns, memory } from '../fields/columns.js';
import type { Source } from '../source.js';
import type { Cells } from './cell.js';
import { type GrowingColumn, growingColumn } from './growing-column.js';

/** What a record is called: its ref or the number of the case it belongs to, else its identity, the parts that are not empty, joined by `/`. */
export function recordRef(source: Pick<Source, 'identity'>, cells: Cells): string {
  const ref = cells.ref;
  if (ref != null && ref !== '') return String(ref);
  if (source.identity.includes('case_no')) return String(cells.case_no);
  return source.identity
    .map((name) => cells[name])
    .filter((part) => part != null && part !== '')
    .join('/');
}

/**
 * Takes a source's rows in any order and puts them by cadre, and for each cadre by ref and system
 * (code point). Rows that agree in both are put by their values, so that the same rows always give
 * the same bytes.
 */
export class TableBuilder {
  private readonly columns: readonly GrowingColumn[];
  private readonly cadres: number[] = [];
  private readonly refs: string[] = [];
  private readonly systems: string[] = [];

  /** `shared`: the result lies in memory that threads can share. */
  constructor(
    private readonly source: Source,
    private readonly shared = false,
  ) {
    this.columns = Object.entries(source.fields).flatMap(
      ([name, field]) => growingColumn(name, field) ?? [],
    );
  }

  /** Adds a record of the cadre with this index, called `ref` (see `recordRef`). Throws a RangeError for a value that its field cannot have. */
  append(cadre: number, ref: string, system: string, cells: Cells): void {
    for (const column of this.columns) column.append(cells[column.name]);
    this.cadres.push(cadre);
    this.refs.push(ref);
    this.systems.push(system);
  }

  /** The table over so many cadres. Throws a RangeError where a row belongs to none of them. */
  build(cadreCount: number): SourceRows {
    const { from, order } = this.cluster(cadreCount);
    const rows = allocateColumns(this.source.fields, order.length, this.shared);
    for (const column of this.columns) column.writeTo(rows[column.name], order, from);
    const refs = Array.from(order, (row) => this.refs[row]);
    return { from, rows, refs: packTexts(refs, this.shared) };
  }

  private cluster(cadreCount: number): { from: Uint32Array; order: Uint32Array } {
    const from = new Uint32Array(memory(4 * (cadreCount + 1), this.shared));
    for (const cadre of this.cadres) {
      if (!(cadre >= 0 && cadre < cadreCount)) {
        throw new RangeError(`${this.source.key}: a row of cadre ${cadre}, of ${cadreCount}`);
      }
      from[cadre + 1]++;
    }
    for (let cadre = 0; cadre < cadreCount; cadre++) from[cadre + 1] += from[cadre];
    const order = new Uint32Array(this.cadres.length);
    const next = from.slice();
    this.cadres.forEach((cadre, row) => {
      order[next[cadre]++] = row;
    });
    const compare = (a: number, b: number) => this.compare(a, b);
    for (let cadre = 0; cadre < cadreCount; cadre++) {
      if (from[cadre + 1] - from[cadre] > 1) {
        order.subarray(from[cadre], from[cadre + 1]).sort(compare);
      }
    }
    return { from, order };
  }

  private compare(a: number, b: number): number {
    const byName =
      compareCodePoints(this.refs[a], this.refs[b]) ||
      compareCodePoints(this.systems[a], this.systems[b]);
    if (byName !== 0) return byName;
    for (const column of this.columns) {
      const byValue = column.compare(a, b);
      if (byValue !== 0) return byValue;
    }
    return 0;
  }
}
