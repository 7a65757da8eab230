import type { RecordKind } from '@probity/analytics';
import { fieldsOf, isRegister, type NamedField } from '../kinds/kind-catalog.js';
import type { MappingProfile } from '../mappings/profile.js';
import type { RawRow } from '../parse/raw-row.js';
import { type CellReader, cellReader } from './cell-readers.js';
import { type BoundColumn, REASON } from './columns.js';
import { dateFormatOf } from './date-format.js';
import { dateChecker, type PlausibleSpan } from './plausibility.js';
import { RowNotes } from './row-notes.js';

/** Identities stand in an index, which takes keys up to 2,700 bytes. */
const LONGEST_IDENTITY = 150;
const LONGEST_TEXT = 100_000;
/** The fields that name a page. */
const ADDRESSED: ReadonlySet<string> = new Set(['staff_no', 'unit_code', 'case_no']);

/** How rows of one file are to be read. */
export interface Reading {
  readonly kind: RecordKind;
  readonly profile?: MappingProfile | undefined;
  /** Only the identity and a reason are read. */
  readonly withdraw: boolean;
  readonly span: PlausibleSpan;
}

interface Plan {
  readonly field: NamedField;
  readonly read: CellReader;
  readonly theirs: ReadonlyMap<string, string> | undefined;
  readonly constant: string | undefined;
  /** Whether an empty cell is an error. */
  readonly needed: boolean;
}

/** Reads rows as typed values, in canonical text, by the fields of a kind. */
export class RowReader {
  /** The fields in the order of `values`. */
  readonly fields: readonly NamedField[];
  /** What was found in the row that was read last. */
  readonly notes = new RowNotes();
  /** The row's values; null is empty or cleared. */
  readonly values: (string | null)[];
  /** Bit i: the row said something about field i. */
  present = 0;
  /** Whether the row can be told from others, though it may be refused. */
  identified = true;

  readonly #plans: readonly Plan[];
  readonly #identity: readonly boolean[];
  readonly #checkDates: ReturnType<typeof dateChecker>;
  #positions: readonly (number | undefined)[] = [];
  #headers: (string | null)[] = [];
  /** For each column of the header the index of its field; below 0 where nobody knows it. */
  #fieldAt: readonly number[] = [];

  constructor(reading: Reading) {
    this.fields = fieldsRead(reading);
    this.values = this.fields.map(() => null);
    this.#plans = this.fields.map((field) => planOf(field, reading));
    this.#identity = this.fields.map(({ name }) => reading.kind.identity.includes(name));
    this.#checkDates = dateChecker(this.fields, reading.span);
  }

  /** Says which column has which field; to be said again when the header has grown. */
  bind(columns: readonly BoundColumn[]): void {
    const of = (name: string) => columns.find((column) => column.field === name);
    this.#positions = this.fields.map((field) => of(field.name)?.position);
    this.#headers = this.fields.map((field) => of(field.name)?.header ?? field.name);
    this.#fieldAt = columns.map(({ field }) => this.fields.findIndex(({ name }) => name === field));
  }

  /** The fields of the columns of the header; undefined where nobody knows one. */
  get columns(): readonly (NamedField | undefined)[] {
    return this.#fieldAt.map((index) => this.fields[index]);
  }

  /** Whether the values of the row that was read last are just what its cells say, every one of them. */
  tellsAll({ text, cells }: RawRow): boolean {
    if (text !== undefined || cells.length !== this.#fieldAt.length) return false;
    return this.#fieldAt.every((index, at) => cells[at] === (this.values[index] ?? ''));
  }

  /** Whether the field at `index` in `fields` belongs to the identity of a row that has one. */
  identifies(index: number): boolean {
    return this.identified && this.#identity[index] === true;
  }

  /** The header of a field as it stands in the file; its name where the file has none. */
  headerOf(name: string): string {
    const index = this.fields.findIndex((field) => field.name === name);
    return this.#headers[index] ?? name;
  }

  /** Reads one row into `values`, `present`, `identified` and `notes`. Returns whether it can be taken. */
  read(row: RawRow): boolean {
    const { notes, values } = this;
    notes.clear();
    this.present = 0;
    // Cells of a row that is broken itself may stand under the wrong headers.
    this.identified = !row.faults;
    if (row.faults) notes.errors.push(...row.faults);
    for (let index = 0; index < this.#plans.length; index++) {
      const faults = notes.errors.length;
      values[index] = this.#readCell(this.#plans[index]!, index, row);
      if (this.#identity[index] && notes.errors.length > faults) this.identified = false;
    }
    if (notes.errors.length > 0) return false;
    this.#checkDates(values, this.#headers, notes);
    return true;
  }

  #readCell(plan: Plan, index: number, row: RawRow): string | null {
    const { notes } = this;
    const position = this.#positions[index];
    const cell = position === undefined ? plan.constant : row.cells[position];
    if (cell !== undefined) this.present += 2 ** index;
    const given = cell?.trim() ?? '';
    const text = plan.theirs?.get(given) ?? given;
    if (text === '') {
      // A fault of the whole row has said enough.
      if (plan.needed && !row.faults) {
        notes.at(this.#headers[index] ?? null, cell ?? null);
        notes.refuse('required', 'This cell must not be empty.', '此单元格不能为空。');
      }
      return null;
    }
    notes.at(this.#headers[index] ?? null, given);
    if (text.includes('\0') || text.includes('\u001f')) {
      notes.refuse(
        'bad-character',
        'There is a character in it that no text has (NUL or a separator). Remove it.',
        '含有不可见的控制字符（NUL 或分隔符），请删除。',
      );
      return null;
    }
    return plan.read(text, notes) ?? null;
  }
}

function fieldsRead({ kind, withdraw }: Reading): NamedField[] {
  const fields = fieldsOf(kind);
  if (!withdraw) return fields;
  const reason: NamedField = {
    name: REASON,
    type: 'text',
    labels: { en: 'Reason', 'zh-CN': '原因' },
  };
  return [...fields.filter((field) => kind.identity.includes(field.name)), reason];
}

function planOf(field: NamedField, { kind, profile, withdraw }: Reading): Plan {
  const dateFormat = profile?.dateFormat;
  const theirs = profile?.values[field.name];
  return {
    field,
    read: cellReader(field, {
      // What is there already can be withdrawn by whatever name it has.
      addressed: !withdraw && ADDRESSED.has(field.name),
      monthsAllowed: isRegister(kind),
      dateFormat: dateFormat === undefined ? undefined : dateFormatOf(dateFormat),
      inclusive: profile?.inclusive?.includes(field.name) ?? false,
      longest: kind.identity.includes(field.name) ? LONGEST_IDENTITY : LONGEST_TEXT,
      identifier: kind.identity.includes(field.name) || field.references !== undefined,
    }),
    theirs: theirs && new Map(Object.entries(theirs)),
    constant: profile?.constants[field.name],
    needed: !field.optional,
  };
}
