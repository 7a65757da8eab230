import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPeople, arbitraryRecords } from '../../../testing/arbitrary-evidence.js';
import { cadre, evidenceOf } from '../../../testing/evidence-of.js';
import { dayOf } from '../../fields/day.js';
import { defaultPolicy } from '../../policy/policy.js';
import { inspectionOpinion } from '../../sources/inspection-opinion/inspection-opinion.source.js';
import { explain } from '../explain.js';
import { sheetOf } from './sheet.js';

const day = dayOf('2024-02-29');
const { hearing } = defaultPolicy;

function opinionsOf(count: number) {
  const records = Array.from({ length: count }, (_, at) => ({
    source: inspectionOpinion,
    cadre: 0,
    cells: {
      ...{ ref: `OP-${at}`, given_on: day - at, respondent: 'peer', circle: 'work' },
      ...{ rating: -1, channel: 'interview' },
    },
  }));
  const evidence = evidenceOf([cadre('S1')], records);
  const sheet = sheetOf(explain(evidence, 0, day, defaultPolicy), hearing);
  return sheet.parts.find(({ source }) => source === 'inspection-opinion');
}

describe('the sheet for the person concerned', () => {
  it.each([
    [0, 0, 5],
    [1, 0, 5],
    [4, 0, 5],
    [5, 5, 20],
    [19, 5, 20],
    [20, 20, undefined],
  ])('tells of %i opinions how many from %i to below %s', (count, from, below) => {
    expect(opinionsOf(count)?.roughCount).toEqual({ from, below });
  });

  it('has of opinions one whole sum and nothing else', () => {
    expect(opinionsOf(3)).toEqual({
      source: 'inspection-opinion',
      // 20 * 3 * 0.5 / 8 is 3.75, a little less for their age.
      subtotal: 4000,
      contributions: [],
      adjustments: [],
      roughCount: { from: 0, below: 5 },
    });
  });

  it('adds up, for any evidence, and stays within half a point of the score', () => {
    const count = 4;
    fc.assert(
      fc.property(
        arbitraryPeople(day, count),
        arbitraryRecords(day, count),
        ({ cadres, postings }, records) => {
          const evidence = evidenceOf(cadres, records, postings);
          for (let index = 0; index < count; index++) {
            const explanation = explain(evidence, index, day, defaultPolicy);
            const { total, parts, missing, band } = sheetOf(explanation, hearing);
            const lines = parts.flatMap((part) =>
              part.roughCount
                ? [part.subtotal]
                : [...part.contributions, ...part.adjustments].map(({ points }) => points),
            );
            expect(lines.reduce((sum, points) => sum + points, 0)).toBe(total);
            expect(Math.abs(total - explanation.total)).toBeLessThanOrEqual(500);
            expect(band).toBe(explanation.band);
            expect(missing.map(({ source }) => source)).not.toContain('inspection-opinion');
          }
        },
      ),
    );
  });
});
