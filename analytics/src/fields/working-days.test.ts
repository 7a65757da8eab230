import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from './day.js';
import { WorkingDays, yearsOf } from './working-days.js';

/** Days around the National Day of 2025: a long holiday, with a Sunday and a Saturday worked for it. */
const golden = {
  holidays: [1, 2, 3, 4, 5, 6, 7, 8].map((day) => dayOf(`2025-10-0${day}`)),
  workingDays: [dayOf('2025-09-28'), dayOf('2025-10-11')],
};

/** The same by the calendar's own weekday names, one day at a time: slow, and from nothing of the product. */
function naive(calendar: { holidays: number[]; workingDays: number[] }) {
  const on = (day: number) => new Date(day * 86_400_000);
  const name = (day: number) =>
    on(day).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
  const works = (day: number) =>
    calendar.workingDays.includes(day) ||
    (!['Saturday', 'Sunday'].includes(name(day)) && !calendar.holidays.includes(day));
  return (from: number, count: number) => {
    const days = Array.from({ length: 40 * (count + 2) }, (_, at) => from + 1 + at);
    return count === 0 ? from : (days.filter(works)[count - 1] as number);
  };
}

describe('WorkingDays', () => {
  it('skips weekends and holidays, and counts make-up days', () => {
    const days = new WorkingDays(golden);
    const after = (date: string, count: number) => dateOf(days.after(dayOf(date), count));
    expect(after('2025-09-30', 1)).toBe('2025-10-09');
    expect(after('2025-09-30', 3)).toBe('2025-10-11');
    expect(after('2025-09-30', 4)).toBe('2025-10-13');
    expect(after('2025-09-26', 1)).toBe('2025-09-28');
    expect(after('2025-10-04', 0)).toBe('2025-10-04');
  });

  it('has Monday to Friday in a year of which nothing is known', () => {
    const days = new WorkingDays(golden);
    expect(dateOf(days.after(dayOf('2031-09-30'), 3))).toBe('2031-10-03');
    expect(yearsOf(golden)).toEqual([2025]);
  });

  it('agrees with a naive count, and its counts with one another', () => {
    const span = fc.integer({ min: dayOf('2024-12-01'), max: dayOf('2025-03-31') });
    fc.assert(
      fc.property(
        fc.record({ holidays: fc.array(span), workingDays: fc.array(span, { maxLength: 8 }) }),
        span,
        fc.integer({ min: 0, max: 40 }),
        (calendar, from, count) => {
          const days = new WorkingDays(calendar);
          const due = days.after(from, count);
          expect(due).toBe(naive(calendar)(from, count));
          expect(days.between(from, due)).toBe(count);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('knows the weekdays before 1970 too', () => {
    expect(new WorkingDays().isWorking(dayOf('1969-12-28'))).toBe(false);
    expect(new WorkingDays().isWorking(dayOf('1969-12-29'))).toBe(true);
  });
});
