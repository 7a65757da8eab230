import { expect, it } from 'vitest';
import type { RecordVersion } from '../../data/shapes.js';
import { changesSince } from './since-clear.js';

const [BEFORE, CLEAR, AFTER, LATER] = [1, 2, 3, 4].map((day) => `2026-03-0${day}T00:00:00.000000Z`);
const version = (identity: string, about: Partial<RecordVersion>) =>
  ({
    ...{ source: 'audit-finding', system: 'upload', identity, version: 1, recordedAt: BEFORE },
    ...{ supersededAt: null, withdrawnReason: null, ...about },
  }) as RecordVersion;

it('finds what is new, corrected and withdrawn since an instant, with what stood then', () => {
  const changes = changesSince(
    [
      version('same', {}),
      version('corrected', { supersededAt: AFTER }),
      version('corrected', { version: 2, recordedAt: AFTER }),
      version('new', { recordedAt: LATER }),
      version('withdrawn', { supersededAt: AFTER }),
      version('withdrawn', { version: 2, recordedAt: AFTER, withdrawnReason: 'wrong year' }),
      // Came and went in between: nothing differs.
      version('passing', { recordedAt: AFTER, supersededAt: LATER }),
      version('passing', { version: 2, recordedAt: LATER, withdrawnReason: 'slip' }),
      version('outcome', { source: 'outcomes', recordedAt: LATER }),
    ],
    CLEAR as string,
  );
  expect(
    changes.map(({ before, after }) => [after.identity, before?.version, after.version]),
  ).toEqual([
    ['new', undefined, 1],
    ['corrected', 1, 2],
    ['withdrawn', 1, 2],
  ]);
});
