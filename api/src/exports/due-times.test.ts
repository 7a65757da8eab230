import { describe, expect, it } from 'vitest';
import { dueTimesProblem, latestDueTime, nextDueTimes } from './due-times.js';

const iso = (times: Date[]) => times.map((time) => time.toISOString());

describe('the times of a schedule', () => {
  it('are those of its zone', () => {
    const after = new Date('2026-11-22T12:00:00Z');
    expect(iso(nextDueTimes('0 7 * * 1', 'Asia/Shanghai', after, 2))).toEqual([
      '2026-11-22T23:00:00.000Z',
      '2026-11-29T23:00:00.000Z',
    ]);
  });

  it('keep the wall clock over a change to summer time', () => {
    const after = new Date('2026-03-28T12:00:00Z');
    expect(iso(nextDueTimes('0 7 * * *', 'Europe/Berlin', after, 2))).toEqual([
      '2026-03-29T05:00:00.000Z',
      '2026-03-30T05:00:00.000Z',
    ]);
  });

  it('find the latest, an instant that is due right now included', () => {
    const due = new Date('2026-11-22T23:00:00.000Z');
    const early = new Date(due.getTime() - 1);
    expect(latestDueTime('0 7 * * *', 'Asia/Shanghai', due)).toEqual(due);
    expect(latestDueTime('0 7 * * *', 'Asia/Shanghai', early)).toEqual(
      new Date('2026-11-21T23:00:00.000Z'),
    );
  });

  it('leap over the years that have no such day', () => {
    const after = new Date('2026-11-22T12:00:00Z');
    expect(iso(nextDueTimes('0 0 29 2 *', 'UTC', after, 2))).toEqual([
      '2028-02-29T00:00:00.000Z',
      '2032-02-29T00:00:00.000Z',
    ]);
  });
});

describe('what cannot be used is named', () => {
  it.each(['0 7 * * 1', '*/15 8-18 * * MON-FRI', '0 0 1 1,4,7,10 *', '59 23 L * *', '0 0 * * THU'])(
    '%s is fine',
    (cron) => {
      expect(dueTimesProblem(cron, 'Asia/Shanghai')).toBeUndefined();
    },
  );

  it.each([
    '',
    'daily',
    '@daily',
    '0 7 * *',
    '0 0 7 * * 1',
    '60 7 * * *',
    '0 24 * * *',
    '0 0 31 2 *',
    'H 7 * * *',
    '0 7 * * H',
    '0 7 * * 1\n',
    'FREQ=DAILY',
  ])('the expression %j', (cron) => {
    expect(dueTimesProblem(cron, 'Asia/Shanghai')).toMatchObject({ parameter: 'cron' });
  });

  it.each(['', 'Beijing', 'Asia/Peking', '+08:00'])('the zone %j', (zone) => {
    expect(dueTimesProblem('0 7 * * 1', zone)).toMatchObject({ parameter: 'timeZone' });
  });
});
