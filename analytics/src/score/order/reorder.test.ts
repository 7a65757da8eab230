import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryPeople } from '../../../testing/arbitrary-evidence.js';
import { evidenceOf } from '../../../testing/evidence-of.js';
import { dayOf } from '../../fields/day.js';
import { sources } from '../../sources/index.js';
import { emptyScores, type Scores } from '../scores.js';
import { orderScores, tieBreakOf } from './order.js';
import { reorderScores } from './reorder.js';

const day = dayOf('2024-02-29');
const COUNT = 12;
const people = arbitraryPeople(day, COUNT);
// Few different points, so that many are equal.
const points = fc.array(fc.record({ total: fc.nat(3), tieBreak: fc.nat(2) }), {
  minLength: COUNT,
  maxLength: COUNT,
});

function score(scores: Scores, cadre: number, given: { total: number; tieBreak: number }): void {
  scores.total[cadre] = given.total;
  (tieBreakOf(scores, sources) as Int32Array)[cadre] = given.tieBreak;
}

it('finds the places of those whose points or service became others', () => {
  fc.assert(
    fc.property(
      ...([people, points, people, points] as const),
      fc.uniqueArray(fc.nat(COUNT - 1)),
      (peopleBefore, before, peopleAfter, after, changed) => {
        const rows = peopleBefore.cadres.map((row, cadre) =>
          changed.includes(cadre) ? (peopleAfter.cadres[cadre] ?? row) : row,
        );
        const older = evidenceOf(peopleBefore.cadres, []).cadres;
        const newer = evidenceOf(rows, []).cadres;
        const some = emptyScores(day, COUNT, sources);
        for (const [cadre, given] of before.entries()) score(some, cadre, given);
        orderScores(some, older, sources);
        const all = emptyScores(day, COUNT, sources);
        for (const [cadre, given] of before.entries()) {
          const now = changed.includes(cadre) ? (after[cadre] ?? given) : given;
          score(some, cadre, now);
          score(all, cadre, now);
        }
        reorderScores(some, newer, sources, changed);
        orderScores(all, newer, sources);
        expect(some).toEqual(all);
      },
    ),
  );
});
