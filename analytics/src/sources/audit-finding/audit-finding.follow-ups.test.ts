import { describe, expect, it } from 'vitest';
import { tellFollowUps } from '../../../testing/tell-follow-ups.js';
import { auditFinding } from './audit-finding.source.js';

function tell(asOf: string, cells: object): string[] {
  const finding = {
    ref: 'F-1',
    audit_no: 'A',
    phase: 'in_term',
    found_on: '2023-12-01',
    severity: 1,
  };
  return tellFollowUps({ source: auditFinding, asOf, records: [{ ...finding, ...cells }] });
}

describe('the course of a finding', () => {
  it('asks for rectification after 90 days, over a year end and 29 February', () => {
    expect(tell('2024-02-29', {})).toEqual(['rectify-finding F-1 2024-02-29 due-soon unit']);
    expect(tell('2024-03-01', {})).toEqual(['rectify-finding F-1 2024-02-29 overdue 1 unit']);
    expect(tell('2024-03-01', { rectify_by: '2024-06-30' })).toEqual([
      'rectify-finding F-1 2024-06-30 open unit',
    ]);
  });

  it('asks nothing where nothing was found, and nothing before', () => {
    expect(tell('2024-03-01', { severity: 0, rectified_on: '2024-01-01' })).toEqual([]);
    expect(tell('2023-11-30', {})).toEqual([]);
  });

  it('asks whether or not the cadre is responsible, since the unit owes it', () => {
    expect(tell('2023-12-01', { responsibility: 'none' })).toHaveLength(1);
  });

  it('asks for a return visit from the rectification on', () => {
    const rectified = { rectified_on: '2024-01-10' };
    expect(tell('2024-01-09', rectified)).toEqual(['rectify-finding F-1 2024-02-29 open unit']);
    expect(tell('2024-01-10', rectified)).toEqual([
      'rectify-finding F-1 2024-02-29 closed 2024-01-10 unit',
      'return-visit F-1 2024-04-09 open office',
    ]);
    expect(tell('2024-02-01', { ...rectified, return_visit_by: '2024-01-31' })).toEqual([
      'return-visit F-1 2024-01-31 overdue 1 office',
      'rectify-finding F-1 2024-02-29 closed 2024-01-10 unit',
    ]);
  });

  it('asks for rectification again 30 days after a failed visit, and keeps what was done before', () => {
    const visited = {
      rectified_on: '2024-01-10',
      return_visited_on: '2024-01-30',
      return_visit_result: 'not_rectified',
      re_rectified_on: '2024-03-02',
    };
    expect(tell('2024-01-29', visited)).toHaveLength(2);
    expect(tell('2024-03-01', visited)).toEqual([
      're-rectify-finding F-1 2024-02-29 overdue 1 unit',
      'rectify-finding F-1 2024-02-29 closed 2024-01-10 unit',
      'return-visit F-1 2024-04-09 closed 2024-01-30 office',
    ]);
    expect(tell('2024-03-02', visited)[0]).toBe(
      're-rectify-finding F-1 2024-02-29 closed 2024-03-02 unit',
    );
  });

  it('asks for both where a visit failed before any rectification', () => {
    const visited = { return_visited_on: '2024-01-30', return_visit_result: 'not_rectified' };
    expect(tell('2024-03-01', visited)).toEqual([
      're-rectify-finding F-1 2024-02-29 overdue 1 unit',
      'rectify-finding F-1 2024-02-29 overdue 1 unit',
    ]);
  });
});
