import type { Language } from '@probity/analytics';

/** How numbers, dates and instants are written in one language. */
export interface Formats {
  /** Points with exactly three decimals: 63.250. */
  points(value: number): string;
  /** A change of points with its sign: +4.500, −1.000, 0.000. */
  change(value: number): string;
  /** A count; `*` where it is hidden. */
  count(value: number | null): string;
  /** A whole change with its sign: +6, −2, 0. */
  countChange(value: number): string;
  /** A share of 0..1 as whole percent. */
  percent(share: number): string;
  /** A calendar date: 22 Nov 2026. */
  date(date: string): string;
  /** Month and year of a calendar date. */
  month(date: string): string;
  /** Day and month of a calendar date. */
  day(date: string): string;
  /** An instant in a time zone (its IANA name); in the server's where none is given. */
  instant(instant: string, timeZone?: string): string;
  /** The calendar date of an instant in the server's zone. */
  dateAt(instant: string): string;
  /** What the server's zone is called at an instant: China Standard Time. */
  zoneAt(instant: string): string;
  /** An instant until which something is possible: with the zone that it is told in. */
  deadline(instant: string): string;
  /** How long ago an instant was, seen from `now` (milliseconds). */
  ago(instant: string, now: number): string;
  /** Several names as one phrase: a, b and c. */
  list(names: readonly string[]): string;
  /** A label within a sentence: without its capital, unless it is an abbreviation. */
  inSentence(label: string): string;
}

/** What stands for a number that the reader may not see. */
export const SUPPRESSED = '*';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The formats of a language, with instants in a time zone (the browser's where none is given).
 * Calendar dates are shown as they are, whatever the zone.
 */
export function formatsOf(language: Language, timeZone?: string): Formats {
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  const whole = new Intl.NumberFormat(locale);
  const points = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale);
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const date = dates({ day: 'numeric', month: 'short', year: 'numeric' });
  const month = dates({ month: 'short', year: 'numeric' });
  const day = dates({ day: 'numeric', month: 'short' });
  const minute = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const here = new Intl.DateTimeFormat(locale, { ...minute, timeZone });
  const dateAt = dates({ timeZone, day: 'numeric', month: 'short', year: 'numeric' });
  const zone = dates({ timeZone, timeZoneName: 'long' });
  const zoneAt = (text: string) =>
    zone.formatToParts(new Date(text)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [open, close] = language === 'en' ? [' (', ')'] : ['（', '）'];
  const signed = (value: number, text: string) => (value > 0 ? `+${text}` : text);

  return {
    points: (value) => points.format(value),
    change: (value) => signed(value, points.format(value).replace('-', '−')),
    count: (value) => (value === null ? SUPPRESSED : whole.format(value)),
    countChange: (value) => signed(value, whole.format(value).replace('-', '−')),
    percent: (share) => percent.format(share),
    date: (text) => date.format(new Date(text)),
    month: (text) => month.format(new Date(text)),
    day: (text) => day.format(new Date(text)),
    instant(text, other) {
      const format = other ? new Intl.DateTimeFormat(locale, { ...minute, timeZone: other }) : here;
      return format.format(new Date(text));
    },
    dateAt: (text) => dateAt.format(new Date(text)),
    zoneAt,
    deadline: (text) => here.format(new Date(text)) + open + zoneAt(text) + close,
    ago(text, now) {
      const past = new Date(text).getTime() - now;
      if (Math.abs(past) < HOUR) return ago.format(Math.round(past / MINUTE), 'minute');
      if (Math.abs(past) < DAY) return ago.format(Math.round(past / HOUR), 'hour');
      return ago.format(Math.round(past / DAY), 'day');
    },
    list: (names) => list.format(names),
    inSentence: (label) =>
      /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label,
  };
}
