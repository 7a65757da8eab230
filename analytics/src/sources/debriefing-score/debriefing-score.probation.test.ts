import { describe, expect, it } from 'vitest';
import { appointmentCase } from '../../../testing/evidence-of.js';
import { tellFollowUps } from '../../../testing/tell-follow-ups.js';
import { dayOf } from '../../fields/day.js';
import { debriefingScore } from './debriefing-score.source.js';

const appointed = { decision: 'appointed', decidedOn: dayOf('2023-03-01') } as const;

function tell(asOf: string, heldOn: readonly string[] = [], more: object = appointed): string[] {
  const records = heldOn.map((held_on) => {
    return { year: Number(held_on.slice(0, 4)) - 1, held_on, score: 90, grade: 'competent' };
  });
  const cases = [appointmentCase(0, dayOf('2023-01-01'), more)];
  return tellFollowUps({ source: debriefingScore, asOf, records, cases });
}

describe('probation-review', () => {
  const line = 'probation-review C-1 2024-02-29';

  it('is due 365 days after an appointment was decided', () => {
    expect(tell('2023-02-28')).toEqual([]);
    expect(tell('2023-03-01')).toEqual([`${line} open office`]);
    expect(tell('2024-03-01')).toEqual([`${line} overdue 1 office`]);
  });

  it('is closed by the first debriefing later than 335 days after it', () => {
    expect(tell('2024-03-01', ['2024-01-30'])).toEqual([`${line} overdue 1 office`]);
    expect(tell('2024-03-01', ['2024-02-10', '2024-01-31'])).toEqual([
      `${line} closed 2024-01-31 office`,
    ]);
    expect(tell('2024-01-30', ['2024-01-31'])).toEqual([`${line} open office`]);
  });

  it('is not asked after a transfer, or where nobody was appointed', () => {
    expect(tell('2024-03-01', [], { ...appointed, kind: 'promotion' })).toHaveLength(1);
    expect(tell('2024-03-01', [], { ...appointed, kind: 'transfer' })).toEqual([]);
    expect(tell('2024-03-01', [], { ...appointed, decision: 'rejected' })).toEqual([]);
    expect(tell('2024-03-01', [], {})).toEqual([]);
  });
});
