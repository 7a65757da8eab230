import { describe, expect, it } from 'vitest';
import { tellFollowUps } from '../../../testing/tell-follow-ups.js';
import { dayOf } from '../../fields/day.js';
import { debriefingScore } from './debriefing-score.source.js';

const failed = { year: 2023, held_on: '2024-01-30', score: 40, grade: 'incompetent' };

function tell(asOf: string, records: readonly object[] = [], person = {}, policy = {}): string[] {
  const cells = records.map((record) => ({ ...record }));
  return tellFollowUps({ source: debriefingScore, asOf, records: cells, person, policy });
}

describe('decide-failed-debriefing', () => {
  it('is due 30 days on, which is 29 February in a leap year', () => {
    const line = 'decide-failed-debriefing S001/2023 2024-02-29';
    expect(tell('2024-02-29', [failed])).toEqual([`${line} due-soon office`]);
    expect(tell('2024-03-01', [failed])).toEqual([`${line} overdue 1 office`]);
    const decided = { ...failed, decision: 'moved', decided_on: '2024-03-01' };
    expect(tell('2024-03-01', [decided])).toEqual([`${line} closed 2024-03-01 office`]);
    expect(tell('2024-02-29', [decided])).toEqual([`${line} due-soon office`]);
  });

  it('is not asked for a grade above', () => {
    expect(tell('2024-03-01', [{ ...failed, grade: 'basically_competent' }])).toEqual([]);
    expect(tell('2024-01-29', [failed])).toEqual([]);
  });
});

describe('years of just passing', () => {
  const just = (year: number) => ({
    ...failed,
    ...{ year, held_on: `${year + 1}-01-30`, grade: 'basically_competent' },
  });
  const asked = (years: number) => ({
    sources: { 'debriefing-score': { followUps: { basicallyCompetentYears: years } } },
  });

  it('need no decision unless the policy says so', () => {
    expect(tell('2024-02-01', [just(2022), just(2023)])).toEqual([]);
  });

  it('need one from the last of them on, if there is no gap', () => {
    const line = 'decide-failed-debriefing S001/2023 2024-02-29 due-soon office';
    expect(tell('2024-02-20', [just(2022), just(2023)], {}, asked(2))).toEqual([line]);
    expect(tell('2024-01-29', [just(2022), just(2023)], {}, asked(2))).toEqual([]);
    expect(tell('2024-02-20', [just(2021), just(2023)], {}, asked(2))).toEqual([]);
    const better = { ...just(2022), grade: 'competent' };
    expect(tell('2024-02-20', [better, just(2023)], {}, asked(2))).toEqual([]);
    expect(tell('2024-02-20', [just(2022), just(2023)], {}, asked(3))).toEqual([]);
    expect(tell('2024-02-20', [just(2021), just(2022), just(2023)], {}, asked(3))).toEqual([line]);
  });

  it('count only once they were held', () => {
    const late = { ...just(2022), held_on: '2024-03-01' };
    expect(tell('2024-02-20', [late, just(2023)], {}, asked(2))).toEqual([]);
    expect(tell('2024-03-01', [late, just(2023)], {}, asked(2))).toHaveLength(1);
  });
});

describe('hold-debriefing', () => {
  const from = (date: string | null) => ({
    followUps: { expectedFrom: { 'hold-debriefing': date } },
  });
  const passed = { year: 2023, held_on: '2024-01-30', score: 90, grade: 'excellent' };

  it('is not asked for by default', () => {
    expect(tell('2024-06-30')).toEqual([]);
    expect(tell('2024-06-30', [], {}, from(null))).toEqual([]);
  });

  it('opens on the last day of the year and is due on 31 March', () => {
    const policy = from('2023-12-31');
    expect(tell('2023-12-30', [], {}, policy)).toEqual([]);
    expect(tell('2023-12-31', [], {}, policy)).toEqual([
      'hold-debriefing 2023 2024-03-31 open unit',
    ]);
    expect(tell('2024-04-01', [], {}, policy)).toEqual([
      'hold-debriefing 2023 2024-03-31 overdue 1 unit',
    ]);
    expect(tell('2024-04-01', [], {}, from('2024-01-01'))).toEqual([]);
  });

  it('is closed by the first debriefing of the year, and by no other year’s', () => {
    const again = { ...passed, held_on: '2024-01-10' };
    expect(tell('2024-04-01', [passed, again], {}, from('2023-01-01'))).toEqual([
      'hold-debriefing 2023 2024-03-31 closed 2024-01-10 unit',
    ]);
    expect(tell('2024-01-09', [again], {}, from('2023-01-01'))).toEqual([
      'hold-debriefing 2023 2024-03-31 open unit',
    ]);
    expect(tell('2024-04-01', [{ ...passed, year: 2022 }], {}, from('2023-01-01'))).toEqual([
      'hold-debriefing 2023 2024-03-31 overdue 1 unit',
    ]);
  });

  it('is asked of those in service for 183 days on the last day of the year', () => {
    const appointed = (date: string) => ({ appointedOn: dayOf(date) });
    const policy = from('2023-01-01');
    expect(tell('2024-01-01', [], appointed('2023-07-01'), policy)).toHaveLength(1);
    expect(tell('2024-01-01', [], appointed('2023-07-02'), policy)).toEqual([]);
    // 2024 has a day more before July, none after it.
    expect(tell('2025-01-01', [], appointed('2024-07-01'), policy)).toHaveLength(1);
  });

  it('is asked of those still in service', () => {
    const policy = from('2023-01-01');
    expect(tell('2024-01-01', [], { leftOn: dayOf('2024-01-02') }, policy)).toHaveLength(1);
    expect(tell('2024-01-02', [], { leftOn: dayOf('2024-01-02') }, policy)).toEqual([]);
  });

  it('lists each year', () => {
    expect(tell('2025-01-01', [passed], {}, from('2022-12-31'))).toEqual([
      'hold-debriefing 2022 2023-03-31 overdue 642 unit',
      'hold-debriefing 2023 2024-03-31 closed 2024-01-30 unit',
      'hold-debriefing 2024 2025-03-31 open unit',
    ]);
  });
});
