import { describe, expect, it } from 'vitest';
import { tellFollowUps } from '../../../testing/tell-follow-ups.js';
import { dayOf } from '../../fields/day.js';
import { personalMatterReport } from './personal-matter-report.source.js';

const report = { period: '2023', kind: 'annual', due_on: '2024-03-31' };

function tell(asOf: string, records: readonly object[] = [], person = {}, policy = {}): string[] {
  const cells = records.map((record) => ({ ...record }));
  return tellFollowUps({ source: personalMatterReport, asOf, records: cells, person, policy });
}

describe('submit-report', () => {
  const line = 'submit-report S001/2023/annual 2024-03-31';

  it('is listed from 31 days before it is due', () => {
    expect(tell('2024-02-28', [report])).toEqual([]);
    expect(tell('2024-02-29', [report])).toEqual([`${line} open cadre`]);
    expect(tell('2024-04-01', [report])).toEqual([`${line} overdue 1 cadre`]);
  });

  it('is closed on the day of submission, before the due day too', () => {
    const submitted = { ...report, submitted_on: '2024-03-01' };
    expect(tell('2024-02-29', [submitted])).toEqual([`${line} open cadre`]);
    expect(tell('2024-03-01', [submitted])).toEqual([`${line} closed 2024-03-01 cadre`]);
  });

  it('is called by its ref where it has one, and by what else tells it apart', () => {
    const change = { ...report, kind: 'change', topic: 'house', ref: '' };
    expect(tell('2024-04-01', [change])[0]).toContain('submit-report S001/2023/change/house ');
    expect(tell('2024-04-01', [{ ...change, ref: 'P-7' }])[0]).toContain('submit-report P-7 ');
  });
});

describe('the annual report without a record', () => {
  const policy = (from: string | null, ranks = ['division']) => ({
    sources: { 'personal-matter-report': { followUps: { annualRanks: ranks } } },
    followUps: { expectedFrom: { 'submit-report': from } },
  });
  const person = { rank: 'division' };
  const line = 'submit-report 2023 2024-01-31';

  it('is asked of the listed ranks, from 31 days before 31 January', () => {
    expect(tell('2023-12-30', [], person, policy('2023-12-31'))).toEqual([]);
    expect(tell('2023-12-31', [], person, policy('2023-12-31'))).toEqual([`${line} open cadre`]);
    expect(tell('2024-02-01', [], person, policy('2023-12-31'))).toEqual([
      `${line} overdue 1 cadre`,
    ]);
    expect(tell('2024-02-01', [], person, policy('2024-01-01'))).toEqual([]);
  });

  it('is not asked of other ranks, of none, by default, or of those who left', () => {
    expect(tell('2024-02-01', [], { rank: 'section' }, policy('2023-01-01'))).toEqual([]);
    expect(tell('2024-02-01', [], {}, policy('2023-01-01'))).toEqual([]);
    expect(tell('2024-02-01', [], person, policy('2023-12-31', []))).toEqual([]);
    expect(tell('2024-02-01', [], person, policy(null))).toEqual([]);
    const left = { ...person, leftOn: dayOf('2024-02-01') };
    expect(tell('2024-02-01', [], left, policy('2023-12-31'))).toEqual([]);
  });

  it('gives way to the record of the year', () => {
    const asked = policy('2023-12-31');
    expect(tell('2024-02-01', [{ ...report, due_on: '2024-01-31' }], person, asked)).toEqual([
      'submit-report S001/2023/annual 2024-01-31 overdue 1 cadre',
    ]);
    const other = { ...report, period: '2022', due_on: '2023-01-31', submitted_on: '2023-01-31' };
    expect(tell('2024-02-01', [other], person, asked)).toHaveLength(2);
  });

  it('is not asked for a year before the appointment', () => {
    const appointed = { ...person, appointedOn: dayOf('2024-01-01') };
    expect(tell('2024-02-01', [], appointed, policy('2020-01-01'))).toEqual([]);
    const before = { ...person, appointedOn: dayOf('2023-12-31') };
    expect(tell('2024-02-01', [], before, policy('2020-01-01'))).toEqual([
      `${line} overdue 1 cadre`,
    ]);
  });
});
