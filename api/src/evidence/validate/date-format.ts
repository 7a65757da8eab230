import { dateOf, dayOfParts } from '@probity/analytics';

/** Reads dates of one written form; undefined for text of another form or a date that does not exist. */
export type DateReader = (text: string) => string | undefined;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<short>\\d{2})',
  MMM: '(?<name>[A-Za-z]{3})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
};

/**
 * The reader of a profile's `dateFormat`, such as `DD/MM/YYYY` or `D-MMM-YY`. Two digits of a year,
 * 00 to 50, are 2000 to 2050, the others 1951 to 1999. undefined where the format lacks a day, a
 * month or a year.
 */
export function dateFormatOf(format: string): DateReader | undefined {
  const source = format.replace(/YYYY|YY|MMM|MM|M|DD|D|[^A-Za-z]|[A-Za-z]+/g, (part) => {
    return TOKENS[part] ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^${source}$`);
  } catch {
    return undefined;
  }
  const has = (...names: string[]) => names.some((name) => source.includes(`(?<${name}>`));
  if (!has('year', 'short') || !has('month', 'name') || !has('day')) return undefined;
  return (text) => {
    const parts = pattern.exec(text)?.groups;
    if (!parts) return undefined;
    const year = parts.year ? Number(parts.year) : expand(Number(parts.short));
    const month = parts.month
      ? Number(parts.month)
      : MONTHS.indexOf(parts.name?.toLowerCase() ?? '') + 1;
    return calendarDate(year, month, Number(parts.day));
  };
}

const expand = (short: number) => (short <= 50 ? 2000 + short : 1900 + short);

/** `YYYY-MM-DD`, or undefined where the calendar has no such date. Years are 1 to 9999. */
export function calendarDate(year: number, month: number, day: number): string | undefined {
  if (year < 1 || year > 9999) return undefined;
  const days = dayOfParts(year, month, day);
  return days === undefined ? undefined : (dateOf(days) ?? undefined);
}

const FORMS = [
  /^(\d{4})-(\d{2})-(\d{2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
];
const MONTH_ONLY = /^(\d{4})\.(\d{1,2})$/;

/** The forms that need no profile: `YYYY-MM-DD`, `YYYY/M/D`, `YYYY.M.D`, `YYYY年M月D日`. */
export function readDate(text: string): string | undefined {
  for (const form of FORMS) {
    const parts = form.exec(text);
    if (parts) return calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  }
  return undefined;
}

/** The first day of `YYYY.MM`, which registers may have. */
export function readMonth(text: string): string | undefined {
  const parts = MONTH_ONLY.exec(text);
  return parts ? calendarDate(Number(parts[1]), Number(parts[2]), 1) : undefined;
}
