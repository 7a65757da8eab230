import { expect, it } from 'vitest';
import type { LivingProcess } from '../../data/queries/processes.query.js';
import { doingOf, isSilent } from './process-words.js';

const at = '2026-11-22T07:00:40.000000Z';
const one = (kind: 'server' | 'worker', makesRuns: boolean): LivingProcess => ({
  ...{ id: 1, kind, host: 'h', pid: 2, startedAt: at, seenAt: at, partitions: [], makesRuns },
});

it('takes a process for silent after three signs that did not come', () => {
  expect(isSilent({ seenAt: '2026-11-22T07:00:11.000000Z' }, at)).toBe(false);
  expect(isSilent({ seenAt: '2026-11-22T07:00:09.000000Z' }, at)).toBe(true);
});

it('says what servers and workers do, alone and beside each other', () => {
  const [server, worker, first] = [one('server', true), one('worker', false), one('worker', true)];
  const said = (each: LivingProcess, ...others: LivingProcess[]) =>
    doingOf(each, { processes: [each, ...others] }).map((key) => key.split('.').at(-1));
  expect(said(server)).toEqual(['answers', 'everything', 'jobs']);
  expect(said({ ...server, makesRuns: false }, worker)).toEqual(['answers', 'jobs']);
  expect(said(worker, first)).toEqual(['scores', 'jobs']);
  expect(said(first, worker)).toEqual(['scores', 'runs', 'jobs']);
});
