import { expect, it } from 'vitest';
import type { PolicyEntry } from '../../ui/policy/policy-entries.js';
import { numberChanges, treeOf } from './number-changes.js';

const entry = (path: string, value: unknown): PolicyEntry => ({
  ...{ path, value, labels: [path], unit: 'days', preset: value },
});
const entries = [
  entry('bands.high', 30),
  entry('sources.audit-finding.cap', 30),
  entry('sources.audit-finding.followUps.rectifyDays', 90),
  entry('appointments.circles', ['work']),
];

it('takes what is another number, and leaves out what is none or the same', () => {
  const typed = {
    'bands.high': ' 35 ',
    'sources.audit-finding.cap': '30.0',
    'sources.audit-finding.followUps.rectifyDays': '',
    'appointments.circles': '4',
  };
  const changes = numberChanges(entries, typed);
  expect(changes).toEqual([{ entry: entries[0], before: 30, after: 35 }]);
  expect(treeOf(changes)).toEqual({ bands: { high: 35 } });
  expect(numberChanges(entries, { 'bands.high': 'many' })).toEqual([]);
});

it('gathers the numbers of one group', () => {
  const typed = {
    'sources.audit-finding.cap': '25',
    'sources.audit-finding.followUps.rectifyDays': '60',
  };
  expect(treeOf(numberChanges(entries, typed))).toEqual({
    sources: { 'audit-finding': { cap: 25, followUps: { rectifyDays: 60 } } },
  });
});
