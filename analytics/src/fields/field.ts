import type { Labels } from './labels.js';

/** What a field's text must be, and how it is stored and scored. */
export type FieldType = 'text' | 'date' | 'integer' | 'decimal' | 'amount' | 'boolean' | 'choice';

/** The register a field's value must be found in. */
export type Reference = 'cadre' | 'unit' | 'appointment-case';

/**
 * How a text field stands in the columns: `group` numbers equal texts within one cadre's rows
 * (Uint16, compare for equality only); `year` holds the calendar year that the text names, 0 where
 * it names none (Uint16); `given` is 1 where there is any text and 0 where there is none (Uint16);
 * without one of these the text is not scored and has no column.
 */
export type TextColumn = 'group' | 'year' | 'given';

/** One column of a record kind. Everything generic (table, import, template, Arrow, OpenAPI) follows from it. */
export interface Field<T extends FieldType = FieldType> {
  readonly type: T;
  readonly labels: Labels;
  /** Further headers that are accepted for this column, in any language. The key and both labels always are. */
  readonly aliases?: readonly string[];
  /** May be empty, and its column may be absent. */
  readonly optional?: boolean;
  /** What an empty or absent cell means, as text in the file's form. */
  readonly fallback?: string;
  /** For `choice`: the allowed values in column order, with their labels. */
  readonly values?: Readonly<Record<string, Labels>>;
  /** Smallest and largest allowed number. */
  readonly min?: number;
  readonly max?: number;
  /** For `decimal` and `amount`: most digits after the point. */
  readonly decimals?: number;
  readonly references?: Reference;
  /** For `text`: values that are usual, with their labels; others are taken too. */
  readonly known?: Readonly<Record<string, Labels>>;
  /** Several sentences rather than a name or a number: a form gives it room. */
  readonly long?: true;
  /** Understood where a file has it, but asked for by no template. */
  readonly untemplated?: true;
  readonly column?: TextColumn;
}

/** The fields of a record kind by name (snake_case: the CSV header and the database column). */
export type Fields = Readonly<Record<string, Field>>;

/** Number, boolean, choice and date columns are typed arrays over the rows of all cadres, clustered by cadre. */
export type Column<F extends Field> = F['type'] extends 'date'
  ? Int32Array
  : F['type'] extends 'integer'
    ? Int8Array | Int16Array | Int32Array
    : F['type'] extends 'decimal'
      ? Float64Array
      : F['type'] extends 'boolean' | 'choice'
        ? Uint8Array
        : F['type'] extends 'text'
          ? F extends { readonly column: TextColumn }
            ? Uint16Array
            : never
          : never;

/** The typed columns of a kind: empty cells hold NO_DAY, NO_INTEGER, NaN or NO_CODE. */
export type Rows<F extends Fields = Fields> = {
  readonly [K in keyof F as Column<F[K]> extends never ? never : K]: Column<F[K]>;
};

/** An empty cell of an integer column; one of a field with limits that may not be empty has narrower numbers and no empty ones. */
export const NO_INTEGER = -0x80000000;
/** An empty cell of a boolean or choice column. Booleans are otherwise 0 (false) and 1 (true), choices the index of their value. */
export const NO_CODE = 0xff;

/** The column code of a choice value. Throws for a value the field does not have. */
export function codeOf(field: Field, value: string): number {
  const code = Object.keys(field.values ?? {}).indexOf(value);
  if (code < 0) throw new RangeError(`no such value: ${value}`);
  return code;
}

type Options<T extends FieldType> = Omit<Field<T>, 'type' | 'labels'>;

function of<T extends FieldType>(type: T) {
  return <const O extends Options<T>>(en: string, zh: string, options?: O) =>
    ({ type, labels: { en, 'zh-CN': zh }, ...options }) as Field<T> & { type: T } & O;
}

/** Field builders: `date('Given on', '提出日期', { optional: true })`. */
export const text = of('text');
export const date = of('date');
export const integer = of('integer');
export const decimal = of('decimal');
export const amount = of('amount');
export const boolean = of('boolean');
export const choice = of('choice');
