import { describe, expect, it } from 'vitest';
import type { FollowUp } from '../../data/shapes.js';
import { overdueOf } from './overdue.js';

const one = (
  owedBy: FollowUp['owedBy'],
  state: FollowUp['state'],
  inherited = false,
): FollowUp => ({
  kind: 'return-visit',
  staffNo: 'S1',
  name: '某',
  unitCode: 'U1',
  ref: 'R',
  source: 'heart-to-heart-talk',
  dueOn: '2026-01-31',
  closedOn: null,
  state,
  daysOverdue: 1,
  owedBy,
  inherited,
  contested: false,
});

describe('overdueOf', () => {
  it('counts by who owes it, and what counting did not begin with apart', () => {
    const overdue = overdueOf([
      one('office', 'overdue'),
      one('unit', 'overdue'),
      one('office', 'overdue'),
      one('cadre', 'due-soon'),
      one('cadre', 'overdue', true),
      one('cadre', 'closed'),
    ]);
    expect([...overdue.by]).toEqual([
      ['unit', 1],
      ['office', 2],
    ]);
    expect(overdue).toMatchObject({ count: 3, inherited: 1 });
  });
});
