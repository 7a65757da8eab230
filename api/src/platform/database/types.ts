import pg from 'pg';

const { builtins, getTypeParser } = pg.types;

/** `bigint[]`, which pg has no name for. */
const INT8_ARRAY: number = 1016;

const parsed = getTypeParser(INT8_ARRAY, 'text') as (text: string) => (string | null)[];

const numbers = (text: string): (number | null)[] =>
  parsed(text).map((each) => (each === null ? null : Number(each)));

/**
 * How values come out of PostgreSQL. Dates and instants stay text: a JavaScript Date would shift
 * the first by the machine's time zone and cut the second to milliseconds. `bigint`s are ids and
 * counts below 2^53 and become numbers, in arrays too. `numeric` stays text, exact.
 */
export const databaseTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === builtins.DATE || oid === builtins.TIMESTAMPTZ) return String;
    if (oid === builtins.INT8) return Number;
    if (oid === INT8_ARRAY) return numbers;
    return getTypeParser(oid, format ?? 'text');
  },
};
