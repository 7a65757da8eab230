import { describe, expect, it } from 'vitest';
import type { SourceScore } from '../../data/shapes.js';
import { stepsOf } from './waterfall-steps.js';

const line = (ref: string, points: number) => ({ ref, points, occurredOn: null, reason: '' });

const sources: SourceScore[] = [
  {
    source: 'audit-finding',
    subtotal: 30,
    contributions: [line('A', 18.001), line('B', 17.002)],
    adjustments: [{ kind: 'cap', points: -5.003 }],
  },
  { source: 'debriefing-score', subtotal: 0, contributions: [line('C', 0)], adjustments: [] },
  {
    source: 'inspection-opinion',
    subtotal: 0.1,
    contributions: [line('D', -0.2), line('E', 0.1)],
    adjustments: [{ kind: 'floor', points: 0.2 }],
  },
];

describe('stepsOf', () => {
  it('leads from nothing to the sum of all lines without a remainder', () => {
    const steps = stepsOf(sources);
    expect(steps.map((step) => [step.kind, step.source, step.adjustment, step.points])).toEqual([
      ['source', 'audit-finding', '', 35.003],
      ['adjustment', 'audit-finding', 'cap', -5.003],
      ['source', 'inspection-opinion', '', -0.1],
      ['adjustment', 'inspection-opinion', 'floor', 0.2],
      ['total', '', '', 30.1],
    ]);
    for (const [index, step] of steps.slice(0, -1).entries()) {
      expect(step.from).toBe(index ? steps[index - 1]?.to : 0);
    }
    expect(steps.at(-1)?.to).toBe(steps.at(-2)?.to);
  });

  it('has a total of 0 where nothing counts', () => {
    expect(stepsOf([])).toEqual([
      { kind: 'total', source: '', adjustment: '', from: 0, to: 0, points: 0 },
    ]);
  });
});
