import { expect, it } from 'vitest';
import { cronOf, type Rhythm, rhythmOf } from './rhythm.js';

const rhythms: [Rhythm, string][] = [
  [{ every: 'daily', time: '06:30' }, '30 6 * * *'],
  [{ every: 'weekly', time: '07:00', weekday: 1 }, '0 7 * * 1'],
  [{ every: 'monthly', time: '23:05', day: 28 }, '5 23 28 * *'],
  [{ every: 'cron', cron: '*/5 * * * *' }, '*/5 * * * *'],
  [{ every: 'cron', cron: '0 7 1 * 1' }, '0 7 1 * 1'],
];

it.each(rhythms)('%o is %s, there and back', (rhythm, cron) => {
  expect(cronOf(rhythm)).toBe(cron);
  expect(rhythmOf(cron)).toEqual(rhythm);
});
