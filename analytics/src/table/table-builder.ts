import type { SourceRows } from '../evidence/evidence.js';
import { compareCodePoints } from '../fields/code-points.js';
import { allocateColumns, memory } from '../fields/columns.js';
import type { Source } from '../source.js';
import type { Cells } from './cell.js';
import { type GrowingColumn, growingColumn } from './growing-column.js';
import { GrowingTexts } from './growing-texts.js';

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

const FIRST_CAPACITY = 1024;
const NOBODY = 0xffffffff;
const MOST_SYSTEMS = 0xffff;
const FEW = 24;

/** A record as bytes in UTF-8, and where its fields lie. */
export interface ByteRow {
  readonly bytes: Uint8Array;
  /** By place; below 0 where the field is empty. */
  readonly starts: Int32Array;
  /** Exclusive. */
  readonly ends: Int32Array;
  /** The place of each field by name. */
  readonly places: Readonly<Record<string, number>>;
}

/**
 * Takes a source's rows in any order and puts them by cadre, and for each cadre by ref and system
 * (code point). Rows that agree in both are put by their values, so that the same rows always give
 * the same bytes.
 */
export class TableBuilder {
  private readonly columns: readonly GrowingColumn[];
  private cadres = new Uint32Array(FIRST_CAPACITY);
  private systems = new Uint16Array(FIRST_CAPACITY);
  private length = 0;
  private readonly refs = new GrowingTexts();
  private readonly systemCodes = new Map<string, number>();

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
    this.refs.append(ref);
    this.own(cadre, system);
  }

  /**
   * Adds a record as a table writes it, in UTF-8: field `name` lies from `starts[places[name]]` to
   * `ends[...]`, and is empty where it starts below 0. `nameRecord` adds what it is called to the
   * texts that it is given. Throws a RangeError for a value that its field cannot have.
   */
  appendBytes(
    cadre: number,
    system: string,
    row: ByteRow,
    nameRecord: (refs: GrowingTexts) => void,
  ) {
    const { bytes, starts, ends, places } = row;
    for (const column of this.columns) {
      const place = places[column.name];
      column.appendBytes(bytes, starts[place], ends[place]);
    }
    nameRecord(this.refs);
    this.refs.close();
    this.own(cadre, system);
  }

  /** The table over so many cadres. Throws a RangeError where a row belongs to none of them. */
  build(cadreCount: number): SourceRows {
    const { from, order } = this.cluster(cadreCount);
    const rows = allocateColumns(this.source.fields, order.length, this.shared);
    for (const column of this.columns) column.writeTo(rows[column.name], order, from);
    return { from, to: from.subarray(1), rows, refs: this.refs.column(order, this.shared) };
  }

  private own(cadre: number, system: string): void {
    if (!(cadre >= 0 && cadre < NOBODY)) throw new RangeError(`no index of a cadre: ${cadre}`);
    if (this.length === this.cadres.length) {
      const { cadres, systems } = this;
      this.cadres = new Uint32Array(2 * this.length);
      this.cadres.set(cadres);
      this.systems = new Uint16Array(2 * this.length);
      this.systems.set(systems);
    }
    const code = this.systemCodes.get(system) ?? this.systemCodes.size;
    if (code > MOST_SYSTEMS) throw new RangeError('over 65,536 source systems');
    this.systemCodes.set(system, code);
    this.cadres[this.length] = cadre;
    this.systems[this.length++] = code;
  }

  private cluster(cadreCount: number): { from: Uint32Array; order: Uint32Array } {
    const { cadres, length } = this;
    const from = new Uint32Array(memory(4 * (cadreCount + 1), this.shared));
    for (let row = 0; row < length; row++) {
      if (cadres[row] >= cadreCount) {
        throw new RangeError(`${this.source.key}: a row of cadre ${cadres[row]}, of ${cadreCount}`);
      }
      from[cadres[row] + 1]++;
    }
    for (let cadre = 0; cadre < cadreCount; cadre++) from[cadre + 1] += from[cadre];
    const order = new Uint32Array(length);
    const next = from.slice();
    for (let row = 0; row < length; row++) order[next[cadres[row]]++] = row;
    const systems = [...this.systemCodes.keys()];
    const compare = (a: number, b: number) => this.compare(a, b, systems);
    for (let cadre = 0; cadre < cadreCount; cadre++) {
      sortFew(order, from[cadre], from[cadre + 1], compare);
    }
    return { from, order };
  }

  private compare(a: number, b: number, systems: readonly string[]): number {
    const byName = this.refs.compare(a, b);
    if (byName !== 0) return byName;
    const [one, other] = [this.systems[a], this.systems[b]];
    const bySystem = one === other ? 0 : compareCodePoints(systems[one], systems[other]);
    if (bySystem !== 0) return bySystem;
    for (const column of this.columns) {
      const byValue = column.compare(a, b);
      if (byValue !== 0) return byValue;
    }
    return 0;
  }
}

/** Sorts a part of the order in place: by insertion where that is less than the preparations for anything else. */
function sortFew(
  order: Uint32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): void {
  if (to - from > FEW) {
    order.subarray(from, to).sort(compare);
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const row = order[at];
    let place = at;
    while (place > from && compare(order[place - 1], row) > 0) {
      order[place] = order[place - 1];
      place--;
    }
    order[place] = row;
  }
}
