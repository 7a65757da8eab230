import { describe, expect, it } from 'vitest';
import { tellFollowUps } from '../../../testing/tell-follow-ups.js';
import { inspectionOpinion } from './inspection-opinion.source.js';

function tell(asOf: string, cells: object, policy = {}): string[] {
  const opinion = {
    ref: 'O-1',
    given_on: '2023-12-31',
    respondent: 'peer',
    circle: 'work',
    rating: -2,
  };
  const records = [{ ...opinion, ...cells }];
  return tellFollowUps({ source: inspectionOpinion, asOf, records, policy });
}

describe('verify-opinion', () => {
  it('is due 60 days on, over a year end and 29 February', () => {
    expect(tell('2024-02-14', {})).toEqual(['verify-opinion O-1 2024-02-29 open office']);
    expect(tell('2024-02-15', {})).toEqual(['verify-opinion O-1 2024-02-29 due-soon office']);
    expect(tell('2024-02-29', {})).toEqual(['verify-opinion O-1 2024-02-29 due-soon office']);
    expect(tell('2024-03-01', {})).toEqual(['verify-opinion O-1 2024-02-29 overdue 1 office']);
    expect(tell('2023-12-30', {})).toEqual([]);
  });

  it('is closed from the day of the verification', () => {
    const verified = { verified_on: '2024-03-05', verification: 'inconclusive' };
    expect(tell('2024-03-04', verified)).toEqual([
      'verify-opinion O-1 2024-02-29 overdue 4 office',
    ]);
    expect(tell('2024-03-05', verified)).toEqual([
      'verify-opinion O-1 2024-02-29 closed 2024-03-05 office',
    ]);
  });

  it('is asked for any channel but a ballot, and for the worst rating only', () => {
    expect(tell('2024-01-01', { channel: 'ballot' })).toEqual([]);
    expect(tell('2024-01-01', { channel: 'anonymous' })).toHaveLength(1);
    expect(tell('2024-01-01', { rating: -1 })).toEqual([]);
  });

  it('is inherited when due before the day its kind is counted from', () => {
    const countFrom = (date: string) => ({ followUps: { countFrom: { 'verify-opinion': date } } });
    expect(tell('2024-03-01', {}, countFrom('2024-02-29'))[0]).not.toContain('inherited');
    expect(tell('2024-03-01', {}, countFrom('2024-03-01'))).toEqual([
      'verify-opinion O-1 2024-02-29 overdue 1 office inherited',
    ]);
  });
});
