import { describe, expect, it } from 'vitest';
import { appointmentCase } from '../../../testing/evidence-of.js';
import { tellFollowUps } from '../../../testing/tell-follow-ups.js';
import { dayOf } from '../../fields/day.js';
import { fileReview } from './file-review.source.js';

const required = ['age', 'work_start', 'party_entry', 'education', 'experience', 'identity'];

function review(item: string, reviewed_on: string) {
  return { case_no: 'C-1', item, result: 'clear', reviewed_on };
}

function tell(asOf: string, records: ReturnType<typeof review>[], policy = {}): string[] {
  const cases = [appointmentCase(0, dayOf('2024-01-30'))];
  return tellFollowUps({ source: fileReview, asOf, records, cases, policy });
}

describe('file-review', () => {
  const line = 'file-review C-1 2024-02-29';
  const all = required.map((item, at) => review(item, `2024-02-0${at + 1}`));

  it('is due 30 days after the case opened', () => {
    expect(tell('2024-01-29', [])).toEqual([]);
    expect(tell('2024-03-01', [])).toEqual([`${line} overdue 1 office`]);
  });

  it('is closed on the day of the last item, whatever was found, and without "other"', () => {
    expect(tell('2024-02-05', all)).toEqual([`${line} open office`]);
    expect(tell('2024-02-06', all)).toEqual([`${line} closed 2024-02-06 office`]);
    expect(tell('2024-03-01', [...all.slice(1), review('other', '2024-02-01')])).toEqual([
      `${line} overdue 1 office`,
    ]);
  });

  it('asks for the items that policy lists', () => {
    const policy = { sources: { 'file-review': { requiredItems: ['age'] } } };
    expect(tell('2024-02-01', all, policy)).toEqual([`${line} closed 2024-02-01 office`]);
  });
});
