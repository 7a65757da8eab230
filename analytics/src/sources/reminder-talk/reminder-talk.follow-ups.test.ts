import { describe, expect, it } from 'vitest';
import { tellFollowUps } from '../../../testing/tell-follow-ups.js';
import { reminderTalk } from './reminder-talk.source.js';

function tell(asOf: string, cells: object): string[] {
  const talk = { ref: 'T-1', kind: 'admonition', held_on: '2023-08-30' };
  return tellFollowUps({ source: reminderTalk, asOf, records: [{ ...talk, ...cells }] });
}

describe('correct-after-talk', () => {
  it('is due 183 days after an admonition, over a year end and 29 February', () => {
    expect(tell('2023-08-29', {})).toEqual([]);
    expect(tell('2024-02-29', {})).toEqual(['correct-after-talk T-1 2024-02-29 due-soon cadre']);
    expect(tell('2024-03-01', {})).toEqual(['correct-after-talk T-1 2024-02-29 overdue 1 cadre']);
  });

  it('is due on the date given, whatever the kind of talk', () => {
    const given = { kind: 'communication', correct_by: '2023-10-01' };
    expect(tell('2023-10-02', given)).toEqual([
      'correct-after-talk T-1 2023-10-01 overdue 1 cadre',
    ]);
    expect(tell('2023-10-02', { correct_by: '2023-10-01' })).toHaveLength(1);
  });

  it('is not asked after another talk without a date', () => {
    expect(tell('2024-03-01', { kind: 'reminding' })).toEqual([]);
  });

  it('is asked though another record was the cause', () => {
    expect(tell('2024-03-01', { because_of: 'F-1' })).toHaveLength(1);
  });

  it('is closed from the day of the correction', () => {
    const corrected = { corrected_on: '2024-03-05' };
    expect(tell('2024-03-04', corrected)).toEqual([
      'correct-after-talk T-1 2024-02-29 overdue 4 cadre',
    ]);
    expect(tell('2024-03-05', corrected)).toEqual([
      'correct-after-talk T-1 2024-02-29 closed 2024-03-05 cadre',
    ]);
  });
});
