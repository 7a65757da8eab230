import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeOf, visitCoded } from './position-code.js';
import { PositionSet } from './position-set.js';

const LAST = 5000;
const positions = fc
  .uniqueArray(fc.integer({ min: 1, max: LAST }), { maxLength: 400 })
  .map((all) => all.sort((one, other) => one - other));

it('positions are read back as they were coded, several groups after one another', () => {
  const far = fc.constant([1, 127, 128, 16_383, 16_384, 4_000_000]);
  fc.assert(
    fc.property(fc.array(fc.oneof(positions, far), { maxLength: 5 }), (groups) => {
      const found: number[] = [];
      const coded = Buffer.concat(groups.map((group) => codeOf(Uint32Array.from(group))));
      visitCoded(coded, (position) => found.push(position));
      expect(found).toEqual(groups.flat());
    }),
  );
});

it('a set of positions counts and cuts as a sorted list does', () => {
  const number = fc.integer({ min: 0, max: LAST + 10 });
  fc.assert(
    fc.property(
      positions,
      positions,
      positions,
      number,
      number,
      (some, gone, came, offset, length) => {
        const told = [...some].reverse();
        const set = PositionSet.of(LAST, (add) => {
          for (const position of [...told, ...some.slice(0, 3)]) add(position);
        });
        expect(set.count).toBe(some.length);
        expect(set.slice(offset, length)).toEqual(some.slice(offset, offset + length));
        const changed = set.changed(gone, came);
        const left = some.filter((position) => !gone.includes(position));
        const now = [...new Set([...left, ...came])].sort((one, other) => one - other);
        expect(changed.count).toBe(now.length);
        expect(changed.slice(offset, length)).toEqual(now.slice(offset, offset + length));
        expect(set.count).toBe(some.length);
      },
    ),
  );
});
