import { describe, expect, it } from 'vitest';
import { appointmentCase } from '../../../testing/evidence-of.js';
import { tellFollowUps } from '../../../testing/tell-follow-ups.js';
import { dayOf } from '../../fields/day.js';
import { inspectionNotice } from './inspection-notice.source.js';

function tell(asOf: string, postedOn: readonly string[] = []): string[] {
  const cases = [appointmentCase(0, dayOf('2024-01-30'))];
  const records = postedOn.map((posted_on, at) => {
    const kind = at === 0 ? 'inspection' : 'pre_appointment';
    return { case_no: 'C-1', kind, posted_on, ends_on: '2024-04-01', objection_count: 0 };
  });
  return tellFollowUps({ source: inspectionNotice, asOf, records, cases });
}

describe('inspection-notice', () => {
  const line = 'inspection-notice C-1 2024-02-29';

  it('is due 30 days after the case opened', () => {
    expect(tell('2024-01-29')).toEqual([]);
    expect(tell('2024-02-29')).toEqual([`${line} due-soon office`]);
    expect(tell('2024-03-01')).toEqual([`${line} overdue 1 office`]);
  });

  it('is closed on the day of the first notice', () => {
    expect(tell('2024-02-09', ['2024-03-05', '2024-02-10'])).toEqual([`${line} open office`]);
    expect(tell('2024-03-05', ['2024-03-05', '2024-02-10'])).toEqual([
      `${line} closed 2024-02-10 office`,
    ]);
  });
});
