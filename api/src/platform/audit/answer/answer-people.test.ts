import { describe, expect, it } from 'vitest';
import { peopleIn } from './answer-people.js';

describe('people in an answer', () => {
  it('finds each person once, at any depth', () => {
    const answer = { staffNo: 'S1', rows: [{ staffNo: 'S2', parts: [{ staffNo: 'S1' }] }] };
    expect(peopleIn(JSON.stringify(answer))).toEqual(['S1', 'S2']);
    expect(peopleIn(JSON.stringify(answer, null, 2))).toEqual(['S1', 'S2']);
  });

  it('reads quotes, backslashes and Chinese as they are', () => {
    const odd = ['a"b', 'c\\', '干部7', '\u0001'];
    expect(peopleIn(JSON.stringify(odd.map((staffNo) => ({ staffNo }))))).toEqual(odd);
  });

  it('is not taken in by a text that speaks of one', () => {
    const answer = { text: '"staffNo":"S9"', staffNumber: 'S8', nothing: null, staffNo: null };
    expect(peopleIn(JSON.stringify(answer))).toEqual([]);
  });
});
