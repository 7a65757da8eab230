import { describe, expect, it } from 'vitest';
import type { CadreScore } from '../../data/shapes.js';
import { leadOf } from './lead-sentences.js';

const score: CadreScore = {
  staffNo: 'S1',
  asOf: '2026-11-22',
  knownAt: '2026-11-22T00:00:00Z',
  stale: false,
  projection: false,
  position: 3,
  rank: 3,
  policyVersion: 1,
  score: 20.3,
  band: 'elevated',
  coverage: 0.5,
  contested: false,
  signOff: null,
  incomplete: [],
  coverageParts: [
    { kind: 'debriefing', label: 'debriefing', present: true, applies: true },
    { kind: 'opinions', label: 'opinions', present: false, applies: true },
    { kind: 'audit', label: 'audit', present: false, applies: false },
  ],
  sources: [
    {
      source: 'debriefing-score',
      subtotal: 6,
      contributions: [{ ref: 'D', occurredOn: null, points: 6, reason: '' }],
      adjustments: [],
    },
    {
      source: 'audit-finding',
      subtotal: 14.3,
      contributions: [
        { ref: 'A', occurredOn: null, points: 2.3, reason: '' },
        { ref: 'B', occurredOn: null, points: 12, reason: '' },
      ],
      adjustments: [],
    },
  ],
};

describe('leadOf', () => {
  it('names the largest line of the largest source, the change and what is missing', () => {
    const lead = leadOf(score, { score: 15.8, position: 9 });
    expect(lead.main).toEqual({ source: 'audit-finding', points: 14.3, ref: 'B' });
    expect(lead.change).toBe(4.5);
    expect(lead.missing.map((part) => part.kind)).toEqual(['opinions']);
  });

  it('has nothing to name where nothing gives points and the person was not ranked before', () => {
    expect(leadOf({ ...score, score: 0, sources: [] }, { score: 0, position: null })).toMatchObject(
      {
        main: null,
        change: null,
      },
    );
  });
});
