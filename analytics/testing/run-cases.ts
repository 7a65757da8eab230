import { describe, expect, it } from 'vitest';
import { dayOf } from '../src/fields/day.js';
import { defaultPolicy } from '../src/policy/policy.js';
import { explain } from '../src/score/explain.js';
import { scoreAll } from '../src/score/score.js';
import type { Source } from '../src/source.js';
import { recordRef } from '../src/table/table-builder.js';
import { type Case, casesIn } from './case-files.js';
import { cadre, evidenceOf } from './evidence-of.js';
import { workedExample } from './source-page.js';

const STAFF_NO = 'S001';

/** Runs a source's `cases/*.csv` and the worked example of its page, lines and batch alike. */
export function runCases(source: Source, test: string): void {
  const page = new URL(`./${source.key}.md`, test);
  describe.each([...casesIn(new URL('./cases/', test)), workedExample(page)])('$name', (given) => {
    it('gives these points', () => check(source, given));
  });
}

function check(source: Source, given: Case): void {
  // Same refs in another system keep their order by the order of the file.
  const records = given.records.map(({ cells }, at) => {
    return { source, cadre: 0, system: `system-${at}`, cells: { ...cells, staff_no: STAFF_NO } };
  });
  const evidence = evidenceOf([cadre(STAFF_NO)], records);
  const day = dayOf(given.asOf);
  const explanation = explain(evidence, 0, day, defaultPolicy, [source]);
  const [part] = explanation.sources;
  const expected = given.records.flatMap(({ cells, points }) =>
    points === null ? [] : [{ ref: recordRef(source, { staff_no: STAFF_NO, ...cells }), points }],
  );
  const told = part?.contributions.map(({ ref, points }) => ({ ref, points })) ?? [];
  expect(told.sort(byRef)).toEqual(expected.sort(byRef));
  expect(Object.fromEntries(part?.adjustments.map((one) => [one.kind, one.points]) ?? [])).toEqual(
    given.adjustments,
  );
  expect(part?.subtotal).toBe(given.subtotal);
  expect(scoreAll(evidence, day, defaultPolicy, [source]).total[0]).toBe(given.subtotal);
  const reasons = part?.contributions.map(({ reason }) => reason.en).join('\n');
  for (const { reason } of given.records) expect(reasons).toContain(reason);
  for (const { reason } of part?.contributions ?? [])
    expect(reason['zh-CN']).toMatch(/\p{Script=Han}/u);
}

function byRef(a: { ref: string; points: number }, b: { ref: string; points: number }): number {
  return a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : a.points - b.points;
}
