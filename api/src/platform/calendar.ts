/** Dates are calendar dates, `YYYY-MM-DD`, without a time zone. */
const dateOfParts = (year: number, month: number, dayOfMonth: number): string => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, dayOfMonth);
  return date.toISOString().slice(0, 10);
};

const partsOf = (date: string) => date.split('-').map(Number) as [number, number, number];

/** The last `count` ends of months that lie before `date`, oldest first. */
export function monthEndsBefore(date: string, count: number): string[] {
  const [year, month] = partsOf(date);
  // Day 0 of a month is the last day of the month before it.
  return Array.from({ length: count }, (_, at) => dateOfParts(year, month - count + at, 0));
}

/** The same date a year before; 28 February for 29 February. */
export function yearBefore(date: string): string {
  const [year, month, dayOfMonth] = partsOf(date);
  const lastOfMonth = Number(dateOfParts(year - 1, month, 0).slice(8));
  return dateOfParts(year - 1, month - 1, Math.min(dayOfMonth, lastOfMonth));
}
