import { expect, it } from 'vitest';
import type { WaitingRow } from '../../../data/queries/quarantine.query.js';
import { isReleasable, waitingGroupsOf, wayOutOf } from './ways-out.js';

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
