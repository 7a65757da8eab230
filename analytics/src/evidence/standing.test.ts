import { describe, expect, it } from 'vitest';
import { cadre, evidenceOf, posting } from '../../testing/evidence-of.js';
import { dayOf, NO_DAY } from '../fields/day.js';
import { inService } from './cadres.js';
import { headSince, headsUnit, standingAt } from './standing.js';

const day = dayOf('2025-06-30');
const registered = { unitCode: 'R', post: 'clerk', rank: 'section', head: true };

describe('standingAt', () => {
  it('takes the register where no posting covers the day', () => {
    const { cadres } = evidenceOf(
      [cadre('S1', registered)],
      [],
      [posting(0, day + 1), posting(0, day - 10, { toOn: day })],
    );
    expect(standingAt(cadres, 0, day)).toEqual({ ...registered, head: true });
  });

  it('takes the posting literally: an empty rank is none, an empty head is not head, but an empty post is the register’s', () => {
    const { cadres } = evidenceOf([cadre('S1', registered)], [], [posting(0, day)]);
    const standing = { unitCode: 'U', post: 'clerk', rank: null, head: false };
    expect(standingAt(cadres, 0, day)).toEqual(standing);
    expect(headsUnit(cadres, 0, day)).toBe(false);
    expect(headSince(cadres, 0, day)).toBe(NO_DAY);
  });

  it('covers the first day and not the day it ends', () => {
    const { cadres } = evidenceOf([cadre('S1')], [], [posting(0, day, { toOn: day + 1 })]);
    const units = [day - 1, day, day + 1].map((on) => standingAt(cadres, 0, on).unitCode);
    expect(units).toEqual([null, 'U', null]);
  });

  it('takes the latest of several, then the smaller unit code by code point', () => {
    const postings = [
      posting(0, day - 5, { unitCode: '\u{20000}' }),
      posting(0, day - 5, { unitCode: '\uFF21' }),
      posting(0, day - 9, { unitCode: 'A' }),
      posting(0, day - 1, { unitCode: 'Z', toOn: day }),
    ];
    for (const given of [postings, postings.toReversed()]) {
      const { cadres } = evidenceOf([cadre('S1')], [], given);
      expect(standingAt(cadres, 0, day).unitCode).toBe('\uFF21');
    }
  });

  it('knows since when somebody is head', () => {
    const { cadres } = evidenceOf(
      [cadre('S1', { head: true, appointedOn: day - 50 }), cadre('S2')],
      [],
      [posting(1, day - 7, { head: true })],
    );
    expect([headSince(cadres, 0, day), headSince(cadres, 1, day)]).toEqual([day - 50, day - 7]);
  });
});

describe('inService', () => {
  it('begins on the day of appointment, ends on the day of leaving, and has no beginning where none is given', () => {
    const { cadres } = evidenceOf(
      [
        cadre('S1', { appointedOn: day }),
        cadre('S2', { appointedOn: day + 1 }),
        cadre('S3', { leftOn: day }),
        cadre('S4', { leftOn: day + 1 }),
      ],
      [],
    );
    const serving = [0, 1, 2, 3].map((index) => inService(cadres, index, day));
    expect(serving).toEqual([true, false, false, true]);
  });
});
