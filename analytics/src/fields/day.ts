/**
 * A calendar date as whole days since 1970-01-01, without a time zone. Dates in columns are
 * `Int32Array`s of days.
 */
export type Day = number;

/**
 * An empty date. It is later than every day, so `date <= asOf` is false both for a date that is
 * empty and for one that lies after the as-of day: the two cases that count as "not there yet".
 */
export const NO_DAY: Day = 0x7fffffff;

const MS_PER_DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of year, month (1..12) and day of month; undefined where the calendar has no such date. */
export function dayOfParts(year: number, month: number, dayOfMonth: number): Day | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  const exists =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === dayOfMonth;
  return exists ? date.getTime() / MS_PER_DAY : undefined;
}

/** The day of `YYYY-MM-DD`. Throws a RangeError for any other text and for dates that do not exist. */
export function dayOf(date: string): Day {
  const parts = ISO_DATE.exec(date);
  const day = parts && dayOfParts(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day == null) throw new RangeError(`not a calendar date (YYYY-MM-DD): ${date}`);
  return day;
}

/** `YYYY-MM-DD` of a day; null for an empty one. */
export function dateOf(day: Day): string | null {
  return day === NO_DAY ? null : new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}
