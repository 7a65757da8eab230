import type { Draw } from '../../../api/src/demo/province/draw.js';

const MS_PER_DAY = 86_400_000;

/** The day number of `YYYY-MM-DD`. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;

/** `YYYY-MM-DD` of a day number. */
export const isoDate = (day: number): string =>
  new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/**
 * The days that scores are asked for: a leap day, a year's end, the day annual reports are due,
 * and one that leaves nearly all records behind.
 */
export const asOfDates = ['2024-02-29', '2024-12-31', '2025-01-31', '2026-03-02'] as const;

const asOfDays = asOfDates.map(dayNumber);

/** Days before an as-of day at which some rule changes its answer. */
const spans = [1825, 1461, 1095, 730, 365, 335, 183, 200, 180, 120, 100, 90, 60, 31, 30, 14];

/** A day at, next to, or a rule's span before an as-of day, or anywhere in the years before it. */
export function plantedDay(draw: Draw): number {
  const asOf = draw.pick(asOfDays);
  const kind = draw.next();
  if (kind < 0.2) return asOf + draw.whole(-1, 1);
  if (kind < 0.6) return asOf - draw.pick(spans) + draw.whole(-1, 1);
  return asOf - draw.whole(0, 2200);
}

/** A day after (rarely before) another: soon, at some rule's span, or around an as-of day. */
export function laterDay(draw: Draw, than: number): number {
  const kind = draw.next();
  if (kind < 0.4) return than + draw.whole(0, 250);
  if (kind < 0.6) return than + draw.pick(spans) + draw.whole(-1, 1);
  if (kind < 0.95) return Math.max(than, draw.pick(asOfDays) + draw.whole(-1, 1));
  return than - draw.whole(1, 40);
}

/** As `plantedDay`, as a date. */
export const plantedDate = (draw: Draw): string => isoDate(plantedDay(draw));

/** As `laterDay`, as a date. */
export const laterDate = (draw: Draw, than: number): string => isoDate(laterDay(draw, than));
