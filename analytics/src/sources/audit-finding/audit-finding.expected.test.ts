import { describe, expect, it } from 'vitest';
import { posting } from '../../../testing/evidence-of.js';
import { tellFollowUps } from '../../../testing/tell-follow-ups.js';
import { dayOf } from '../../fields/day.js';
import { auditFinding } from './audit-finding.source.js';

interface Given {
  readonly asOf: string;
  readonly from?: string;
  readonly to?: string;
  readonly head?: boolean;
  readonly audits?: readonly string[];
  readonly expectedFrom?: string | null;
  readonly person?: object;
}

/** Only severity 0, so that nothing but the expected audits is asked for. */
function tell(given: Given): string[] {
  const {
    asOf,
    from = '2020-03-01',
    to,
    head = true,
    audits = [],
    expectedFrom = '2020-01-01',
    person,
  } = given;
  return tellFollowUps({
    source: auditFinding,
    asOf,
    records: audits.map((found_on, at) => {
      return { ref: `F-${at}`, audit_no: 'A', phase: 'in_term', found_on, severity: 0 };
    }),
    policy: { followUps: { expectedFrom: { 'hold-audit': expectedFrom } } },
    person: person ?? {},
    postings: [posting(0, dayOf(from), { head, ...(to ? { toOn: dayOf(to) } : {}) })],
  });
}

describe('hold-audit in post', () => {
  const due = 'hold-audit 2023-03-01 2023-03-01';

  it('is due on the 1,095th day and listed from 31 days before', () => {
    expect(tell({ asOf: '2023-01-28' })).toEqual([]);
    expect(tell({ asOf: '2023-01-29' })).toEqual([`${due} open office`]);
    expect(tell({ asOf: '2023-03-01' })).toEqual([`${due} due-soon office`]);
    expect(tell({ asOf: '2023-03-02' })).toEqual([`${due} overdue 1 office`]);
  });

  it('begins anew with each audit, and is closed by one once it was listed', () => {
    expect(tell({ asOf: '2023-04-01', audits: ['2021-06-01'] })).toEqual([]);
    expect(tell({ asOf: '2024-06-01', audits: ['2021-06-01'] })).toEqual([
      'hold-audit 2024-05-31 2024-05-31 overdue 1 office',
    ]);
    expect(tell({ asOf: '2023-06-01', audits: ['2023-05-31'] })).toEqual([
      `${due} closed 2023-05-31 office`,
    ]);
    expect(tell({ asOf: '2023-05-30', audits: ['2023-05-31'] })).toEqual([
      `${due} overdue 90 office`,
    ]);
  });

  it('is asked of heads in service only, and only for due days from the given one on', () => {
    expect(tell({ asOf: '2023-03-02', head: false })).toEqual([]);
    expect(tell({ asOf: '2023-03-02', person: { leftOn: dayOf('2023-03-02') } })).toEqual([]);
    expect(tell({ asOf: '2023-03-02', expectedFrom: '2023-03-01' })).toHaveLength(1);
    expect(tell({ asOf: '2023-03-02', expectedFrom: '2023-03-02' })).toEqual([]);
    expect(tell({ asOf: '2023-03-02', expectedFrom: null })).toEqual([]);
  });

  it('counts from the appointment, else the first audit, where only the register says head', () => {
    const registered = (person: object, audits: readonly string[] = []) =>
      tell({ asOf: '2023-03-02', to: '2020-03-02', head: false, person, audits });
    const appointedOn = dayOf('2020-03-01');
    expect(registered({ head: true, appointedOn })).toEqual([`${due} overdue 1 office`]);
    expect(registered({ head: true })).toEqual([]);
    expect(registered({ head: true }, ['2020-03-01'])).toEqual([`${due} overdue 1 office`]);
  });
});

describe('hold-audit after a posting', () => {
  const ended = { to: '2023-09-03' };
  const line = 'hold-audit 2023-09-03 2024-03-01';

  it('is due 180 days after its end, 29 February counted', () => {
    expect(tell({ ...ended, from: '2023-01-01', asOf: '2023-09-02' })).toEqual([]);
    expect(tell({ ...ended, from: '2023-01-01', asOf: '2023-09-03' })).toEqual([
      `${line} open office`,
    ]);
    expect(tell({ ...ended, from: '2023-01-01', asOf: '2024-03-02' })).toEqual([
      `${line} overdue 1 office`,
    ]);
  });

  it('stays when the cadre has left, and is closed by an audit from the end of the posting on', () => {
    const person = { leftOn: dayOf('2023-09-03') };
    expect(tell({ ...ended, asOf: '2024-03-02', person })).toEqual([`${line} overdue 1 office`]);
    expect(tell({ ...ended, asOf: '2024-03-02', audits: ['2023-09-02'] })).toEqual([
      `${line} overdue 1 office`,
    ]);
    expect(tell({ ...ended, asOf: '2024-03-02', audits: ['2023-09-03'] })).toEqual([
      `${line} closed 2023-09-03 office`,
    ]);
  });

  it('is asked for heads only, and for ends from the given day on', () => {
    expect(tell({ ...ended, asOf: '2024-03-02', head: false })).toEqual([]);
    expect(tell({ ...ended, asOf: '2024-03-02', expectedFrom: '2023-09-04' })).toEqual([]);
  });
});
