import { describe, expect, it } from 'vitest';
import { appointmentCase } from '../../../testing/evidence-of.js';
import { tellFollowUps } from '../../../testing/tell-follow-ups.js';
import { dayOf } from '../../fields/day.js';
import { headcountReview } from './headcount-review.source.js';

const review = {
  case_no: 'C-1',
  reviewed_on: '2024-02-20',
  established_posts: 3,
  filled_posts: 2,
  improper_treatment: false,
};

function tell(asOf: string, records: readonly object[] = []): string[] {
  const cases = [appointmentCase(0, dayOf('2024-02-14'))];
  const cells = records.map((record) => ({ ...record }));
  return tellFollowUps({ source: headcountReview, asOf, records: cells, cases });
}

describe('headcount-review', () => {
  const line = 'headcount-review C-1 2024-02-29';

  it('is due 15 days after the case opened, on 29 February', () => {
    expect(tell('2024-02-13')).toEqual([]);
    expect(tell('2024-02-14')).toEqual([`${line} open office`]);
    expect(tell('2024-02-29')).toEqual([`${line} due-soon office`]);
    expect(tell('2024-03-01')).toEqual([`${line} overdue 1 office`]);
  });

  it('is closed by the review of that case', () => {
    expect(tell('2024-02-19', [review])).toEqual([`${line} due-soon office`]);
    expect(tell('2024-02-20', [review])).toEqual([`${line} closed 2024-02-20 office`]);
    expect(tell('2024-03-01', [{ ...review, case_no: 'C-2' }])).toEqual([
      `${line} overdue 1 office`,
    ]);
  });
});
