import { describe, expect, it } from 'vitest';
import { tellFollowUps } from '../../../testing/tell-follow-ups.js';
import { dayOf } from '../../fields/day.js';
import { heartToHeartTalk } from './heart-to-heart-talk.source.js';

function tell(
  asOf: string,
  talks: readonly string[] = [],
  person = {},
  expectedFrom: string | null = '2023-08-30',
): string[] {
  const records = talks.map((held_on, at) => ({ ref: `H-${at}`, held_on }));
  const policy = { followUps: { expectedFrom: { 'heart-to-heart': expectedFrom } } };
  return tellFollowUps({ source: heartToHeartTalk, asOf, records, person, policy });
}

describe('heart-to-heart', () => {
  const first = 'heart-to-heart 2024-02-29 2024-02-29';

  it('is due 183 days after the day it is asked from, over 29 February', () => {
    expect(tell('2023-08-29')).toEqual([]);
    expect(tell('2023-08-30')).toEqual([`${first} open unit`]);
    expect(tell('2024-02-29')).toEqual([`${first} due-soon unit`]);
    expect(tell('2024-03-01')).toEqual([`${first} overdue 1 unit`]);
  });

  it('counts from the appointment or the last talk where that is later', () => {
    const appointed = { appointedOn: dayOf('2023-09-01') };
    expect(tell('2024-01-01', [], appointed)).toEqual([
      'heart-to-heart 2024-03-02 2024-03-02 open unit',
    ]);
    expect(tell('2024-01-01', ['2023-08-30', '2023-01-01'])).toEqual([`${first} open unit`]);
  });

  it('is closed by the next talk, which asks for another one', () => {
    expect(tell('2024-03-09', ['2024-03-10'])).toEqual([`${first} overdue 9 unit`]);
    expect(tell('2024-03-10', ['2024-03-10'])).toEqual([
      `${first} closed 2024-03-10 unit`,
      'heart-to-heart 2024-09-09 2024-09-09 open unit',
    ]);
  });

  it('takes two talks of one day for one', () => {
    expect(tell('2024-03-10', ['2024-03-10', '2024-03-10'])).toHaveLength(2);
  });

  it('is asked of those in service, and by default of nobody', () => {
    expect(tell('2024-03-01', [], { leftOn: dayOf('2024-03-01') })).toEqual([]);
    expect(tell('2024-03-01', [], { appointedOn: dayOf('2024-03-02') })).toEqual([]);
    expect(tell('2024-03-01', [], {}, null)).toEqual([]);
  });
});
