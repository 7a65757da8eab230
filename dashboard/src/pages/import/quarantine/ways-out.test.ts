import { expect, it } from 'vitest';
import type { WaitingRow } from '../../../data/queries/quarantine.query.js';
import { decisionsOn, isReleasable, waitingGroupsOf, wayOutOf } from './ways-out.js';

const row = (id: number, code: string, content: WaitingRow['content'] = {}): WaitingRow => ({
  id,
  importId: 1,
  kind: 'cadres',
  system: 'upload',
  line: id,
  code,
  state: 'waiting',
  content,
  reason: null,
  proposal: null,
});

it('groups waiting rows by cause, the most frequent first', () => {
  const rows = [row(2, 'conflict'), row(3, 'bad-date'), row(4, 'bad-date')];
  const groups = waitingGroupsOf(rows).map(({ code, rows: found }) => [code, found.length]);
  expect(groups).toEqual([
    ['bad-date', 2],
    ['conflict', 1],
  ]);
});

it('offers to release only what a person may overrule and what could be read', () => {
  expect(['conflict', 'withdrawn', 'unknown-reference', 'bad-date'].map(wayOutOf)).toEqual([
    'decide',
    'decide',
    'wait',
    'mend',
  ]);
  expect(isReleasable(row(2, 'conflict'))).toBe(true);
  expect(isReleasable(row(2, 'conflict', null))).toBe(false);
  expect(isReleasable(row(2, 'unknown-reference'))).toBe(false);
});

it('leaves the confirmation of a proposal to somebody else than who made it', () => {
  const proposal = { reason: 'checked', proposedBy: 'wang', proposedAt: '2024-01-01T00:00:00Z' };
  const decided = { decidedBy: null, decidedReason: null, decidedAt: null };
  const proposed: WaitingRow = {
    ...row(2, 'conflict'),
    proposal: { ...proposal, ...decided, state: 'waiting' },
  };
  const by = (name: string, mayApprove: boolean) => decisionsOn(proposed, { name, mayApprove });
  expect(by('wang', true)).toEqual(['decline', 'discard']);
  expect(by('li', true)).toEqual(['approve', 'decline', 'discard']);
  expect(by('li', false)).toEqual(['discard']);
});
