import fc from 'fast-check';
import type { Field, Fields } from '../src/fields/field.js';
import type { Source } from '../src/source.js';
import { sources } from '../src/sources/index.js';
import type { Cell, Cells } from '../src/table/cell.js';
import { cadre, posting, type TestRecord } from './evidence-of.js';

/** Days on and about the as-of day, the ends of windows and half-lives, and anywhere in ten years. */
function arbitraryDay(asOf: number): fc.Arbitrary<number> {
  const edges = [0, 31, 60, 90, 365, 540, 730, 1095, 1461, 1825].flatMap((age) => [
    asOf - age - 1,
    asOf - age,
    asOf - age + 1,
  ]);
  return fc.oneof(fc.constantFrom(...edges), fc.integer({ min: asOf - 3650, max: asOf + 60 }));
}

function arbitraryCell(field: Field, asOf: number): fc.Arbitrary<Cell> {
  const { min = 0, max = 99, optional } = field;
  const filled: fc.Arbitrary<Cell> = {
    date: () => arbitraryDay(asOf),
    integer: () => fc.integer({ min, max: Math.min(max, min + 10) }),
    decimal: () => fc.integer({ min: 10 * min, max: 10 * max }).map((tenths) => tenths / 10),
    boolean: () => fc.boolean(),
    choice: () => fc.constantFrom(...Object.keys(field.values ?? {})),
    text: () => fc.constantFrom('A', 'B', '2023', '2024'),
    amount: () => fc.constant('1.00'),
  }[field.type]();
  return optional ? fc.option(filled, { freq: 2 }) : filled;
}

/** Values for all of these fields. */
export function arbitraryCells(fields: Fields, asOf: number): fc.Arbitrary<Cells> {
  return fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        name === 'year' ? fc.integer({ min: 2019, max: 2025 }) : arbitraryCell(field, asOf),
      ]),
    ),
  );
}

/** Records of any of these sources about so many cadres. */
export function arbitraryRecords(
  asOf: number,
  cadreCount: number,
  of: readonly Source[] = sources,
): fc.Arbitrary<TestRecord[]> {
  const record = fc.constantFrom(...of).chain((source) =>
    fc.record({
      source: fc.constant(source),
      cadre: fc.nat({ max: cadreCount - 1 }),
      system: fc.constantFrom('upload', 'audit-office'),
      cells: arbitraryCells(source.fields, asOf),
    }),
  );
  return fc.array(record, { maxLength: 60 });
}

/** Cadres with any dates of service, the register's head or not, and with postings about the day. */
export function arbitraryPeople(asOf: number, cadreCount: number) {
  const day = arbitraryDay(asOf);
  const people = fc.array(
    fc.record({
      appointedOn: fc.option(day, { nil: 0x7fffffff }),
      leftOn: fc.option(day, { nil: 0x7fffffff }),
      head: fc.boolean(),
    }),
    { minLength: cadreCount, maxLength: cadreCount },
  );
  const postings = fc.array(
    fc.record({
      cadre: fc.nat({ max: cadreCount - 1 }),
      fromOn: day,
      toOn: fc.option(day, { nil: 0x7fffffff }),
      unitCode: fc.constantFrom('U1', 'U2'),
      head: fc.option(fc.boolean()),
    }),
    { maxLength: 8 },
  );
  return fc.tuple(people, postings).map(([given, held]) => ({
    cadres: given.map((one, at) => cadre(`S${at}`, one)),
    postings: held.map(({ cadre: owner, fromOn, ...more }) => posting(owner, fromOn, more)),
  }));
}
