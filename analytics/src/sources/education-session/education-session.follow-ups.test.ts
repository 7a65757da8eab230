import { describe, expect, it } from 'vitest';
import { tellFollowUps } from '../../../testing/tell-follow-ups.js';
import { dayOf } from '../../fields/day.js';
import { educationSession } from './education-session.source.js';

type Session = readonly [kind: string, heldOn: string, attended: string];

function tell(
  asOf: string,
  sessions: readonly Session[],
  expectedFrom: string | null = '2020-01-01',
  person = {},
): string[] {
  const records = sessions.map(([kind, held_on, attended], at) => {
    return { ref: `E-${at}`, kind, held_on, attended };
  });
  const policy = { followUps: { expectedFrom: { train: expectedFrom } } };
  return tellFollowUps({ source: educationSession, asOf, records, policy, person });
}

describe('train', () => {
  const absent: Session = ['warning', '2023-03-01', 'false'];
  const line = 'train warning/2023 2023-12-31';

  it('is asked from the first session of a kind and year on, until the end of the year', () => {
    expect(tell('2023-02-28', [absent])).toEqual([]);
    expect(tell('2023-03-01', [absent])).toEqual([`${line} open cadre`]);
    expect(tell('2023-12-17', [absent])).toEqual([`${line} due-soon cadre`]);
    expect(tell('2024-01-01', [absent])).toEqual([`${line} overdue 1 cadre`]);
  });

  it('is closed by the first session of the kind and year that was attended', () => {
    const sessions: Session[] = [
      absent,
      ['warning', '2023-09-01', 'true'],
      ['warning', '2023-06-01', 'true'],
    ];
    expect(tell('2023-05-31', sessions)).toEqual([`${line} open cadre`]);
    expect(tell('2023-06-01', sessions)).toEqual([`${line} closed 2023-06-01 cadre`]);
  });

  it('is not closed by an excuse, another kind or another year', () => {
    const sessions: Session[] = [
      absent,
      ['warning', '2023-06-01', 'excused'],
      ['party_spirit', '2023-06-01', 'true'],
      ['warning', '2024-01-01', 'true'],
    ];
    expect(tell('2024-01-01', sessions)).toEqual([
      'train party_spirit/2023 2023-12-31 closed 2023-06-01 cadre',
      `${line} overdue 1 cadre`,
      'train warning/2024 2024-12-31 closed 2024-01-01 cadre',
    ]);
  });

  it('is asked for what begins on the given day or later, and by default not at all', () => {
    expect(tell('2024-01-01', [absent], '2023-03-01')).toHaveLength(1);
    expect(tell('2024-01-01', [absent], '2023-03-02')).toEqual([]);
    expect(tell('2024-01-01', [absent], null)).toEqual([]);
  });

  it('stays when the cadre has left', () => {
    expect(tell('2024-01-01', [absent], '2020-01-01', { leftOn: dayOf('2023-07-01') })).toEqual([
      `${line} overdue 1 cadre`,
    ]);
  });
});
