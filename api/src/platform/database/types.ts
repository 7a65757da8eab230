import pg from 'pg';

const { builtins, getTypeParser } = pg.types;

/**
 * How values come out of PostgreSQL. Dates and instants stay text: a JavaScript Date would shift
 * the first by the machine's time zone and cut the second to milliseconds. `bigint`s are ids and
 * counts below 2^53 and become numbers. `numeric` stays text, exact.
 */
export const databaseTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === builtins.DATE || oid === builtins.TIMESTAMPTZ) return String;
    if (oid === builtins.INT8) return Number;
    return getTypeParser(oid, format ?? 'text');
  },
};
