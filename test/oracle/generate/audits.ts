import type { Draw } from '../../../api/src/demo/province/draw.js';
import { dayNumber, isoDate, laterDate, plantedDay } from './days.js';
import { type Row, type SystemRow, systems } from './row.js';

/**
 * Findings of one cadre. Where many share an audit they are often copies of one another, so that
 * the order of the refs decides which of them count in full.
 */
export function findings(draw: Draw, staffNo: string): SystemRow[] {
  const count = draw.pick([0, 0, 1, 2, 3, 5, 9]);
  const audits = draw.pick([['1'], ['1', '2'], ['1', '2', '3']]);
  const model = finding(draw, staffNo, 'A-0', draw.pick(audits));
  return Array.from({ length: count }, (_, index) => {
    // Ten comes before two by code point.
    const ref = `A-${index === 1 ? 10 : index}`;
    const row = draw.chance(0.4)
      ? { ...model, ref }
      : finding(draw, staffNo, ref, draw.pick(audits));
    const system = draw.pick(systems);
    const other = system === systems[0] ? systems[1] : systems[0];
    return draw.chance(0.1)
      ? [
          { system, row },
          { system: other, row: finding(draw, staffNo, ref, row.audit_no ?? '') },
        ]
      : [{ system, row }];
  }).flat();
}

/** One finding, whatever became of it. */
export function finding(draw: Draw, staffNo: string, ref: string, auditNo: string): Row {
  const found = plantedDay(draw);
  const severity = draw.pick([0, 1, 2, 2, 3, 3, 4]);
  return {
    ref,
    staff_no: staffNo,
    audit_no: auditNo,
    phase: draw.pick(['in_term', 'in_term', 'end_of_term']),
    responsibility: draw.pick(['direct', 'leadership', 'none', '']),
    found_on: isoDate(found),
    severity: String(severity),
    category: draw.maybe(0.5, () => draw.pick(['三公经费', '工程招投标'])),
    amount: draw.maybe(0.4, () => draw.pick(['0', '1234.50', '123456789012345.67'])),
    rectify_by: draw.maybe(0.5, () => laterDate(draw, found)),
    ...(severity === 0 ? nothingFollows : afterwards(draw, found)),
  };
}

const nothingFollows: Row = {
  rectified_on: '',
  return_visit_by: '',
  return_visited_on: '',
  return_visit_result: '',
  re_rectified_on: '',
  re_verified_on: '',
};

/** What became of a finding: each step with a chance of its own, so that the odd orders occur too. */
function afterwards(draw: Draw, found: number): Row {
  const rectifiedOn = draw.maybe(0.65, () => laterDate(draw, found));
  const visitedOn = draw.maybe(rectifiedOn === '' ? 0.15 : 0.6, () =>
    laterDate(draw, rectifiedOn === '' ? found : dayNumber(rectifiedOn)),
  );
  const visited = visitedOn !== '';
  const last = visited ? dayNumber(visitedOn) : found;
  const reRectifiedOn = draw.maybe(visited ? 0.4 : 0.05, () => laterDate(draw, last));
  return {
    rectified_on: rectifiedOn,
    return_visit_by: draw.maybe(0.4, () => laterDate(draw, found)),
    return_visited_on: visitedOn,
    return_visit_result: visited
      ? draw.pick(['verified', 'not_rectified', 'not_rectified', ''])
      : '',
    re_rectified_on: reRectifiedOn,
    re_verified_on: draw.maybe(reRectifiedOn === '' ? 0.05 : 0.5, () =>
      laterDate(draw, reRectifiedOn === '' ? last : dayNumber(reRectifiedOn)),
    ),
  };
}
