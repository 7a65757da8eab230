import pg from 'pg';

const { builtins, getTypeParser } = pg.types;

/** `integer[]` and `bigint[]`, which pg has no names for. */
const INT4_ARRAY: number = 1007;
const INT8_ARRAY: number = 1016;

/** `{1,NULL,3}`; whole numbers are never quoted. */
const numbers = (text: string): (number | null)[] =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((each) => (each === 'NULL' ? null : Number(each)));

/**
 * How values come out of PostgreSQL. Dates and instants stay text: a JavaScript Date would shift
 * the first by the machine's time zone and cut the second to milliseconds. `bigint`s are ids and
 * counts below 2^53 and become numbers, in arrays too. `numeric` stays text, exact.
 */
export const databaseTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === builtins.DATE || oid === builtins.TIMESTAMPTZ) return String;
    if (oid === builtins.INT8) return Number;
    if (oid === INT4_ARRAY || oid === INT8_ARRAY) return numbers;
    return getTypeParser(oid, format ?? 'text');
  },
};
