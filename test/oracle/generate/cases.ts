import type { Draw } from '../../../api/src/demo/province/draw.js';
import { dayNumber, isoDate, laterDate, plantedDate } from './days.js';
import { type Kind, type SystemRow, systems } from './row.js';

const items = ['age', 'work_start', 'party_entry', 'education', 'experience', 'identity', 'other'];
const departments = ['discipline_inspection', 'petitions', 'audit', 'taxes'];

/**
 * One appointment case about a cadre with its records, some of them from both systems. Of some the
 * decision lies so long before `heldOn`, a debriefing, that this may just review it, or just not.
 */
export function appointment(
  draw: Draw,
  staffNo: string,
  caseNo: string,
  heldOn: string | undefined,
): Partial<Record<Kind, SystemRow[]>> {
  const reviewed = heldOn !== undefined && draw.chance(0.7);
  const decidedOn = reviewed ? dayNumber(heldOn) - 335 + draw.whole(-1, 1) : undefined;
  const openedOn = decidedOn === undefined ? plantedDate(draw) : isoDate(decidedOn - 60);
  const opened = dayNumber(openedOn);
  const decision = draw.pick(['', 'appointed', 'appointed', 'withdrawn', 'rejected']);
  const row = {
    case_no: caseNo,
    kind: draw.pick(['promotion', 'transfer', '']),
    staff_no: staffNo,
    unit_code: 'ROOT',
    post: '处长',
    rank: 'division-head',
    opened_on: openedOn,
    decided_on: decision && (decidedOn ? isoDate(decidedOn) : laterDate(draw, opened)),
    decision,
  };
  return {
    'appointment-case': [{ system: systems[0], row }],
    'headcount-review': bySystem(draw, () => ({
      case_no: caseNo,
      reviewed_on: laterDate(draw, opened),
      established_posts: '3',
      filled_posts: String(draw.whole(1, 4)),
      improper_treatment: draw.pick(['true', 'false']),
    })),
    'file-review': fileReviews(draw, caseNo, opened),
    'joint-review-reply': departments.flatMap((department) =>
      bySystem(draw, () => reply(draw, caseNo, department, opened)),
    ),
    'inspection-notice': bySystem(draw, () => ({
      case_no: caseNo,
      kind: draw.pick(['inspection', 'pre_appointment', '']),
      posted_on: laterDate(draw, opened),
      ends_on: laterDate(draw, opened + 7),
      objection_count: String(draw.whole(0, 2)),
      objections_settled_on: '',
    })),
  };
}

/** All items of a file, or some of them. */
function fileReviews(draw: Draw, caseNo: string, opened: number): SystemRow[] {
  const share = draw.pick([0.5, 1, 1]);
  const asked = items.filter(() => draw.chance(share));
  return asked.flatMap((item) =>
    bySystem(
      draw,
      () => ({
        case_no: caseNo,
        item,
        result: draw.pick(['clear', 'doubt', 'doubt', 'unqualified']),
        reviewed_on: laterDate(draw, opened),
        resolved_on: draw.maybe(0.5, () => laterDate(draw, opened + 30)),
      }),
      1,
    ),
  );
}

function reply(draw: Draw, caseNo: string, department: string, opened: number) {
  const requestedOn = laterDate(draw, opened);
  const requested = dayNumber(requestedOn);
  return {
    case_no: caseNo,
    department,
    requested_on: requestedOn,
    due_on: laterDate(draw, requested + 14),
    replied_on: draw.maybe(0.7, () => laterDate(draw, requested)),
    opinion: draw.pick(['no_objection', 'objection', 'objection', 'defer', '']),
  };
}

/** A row from none, one or both of the systems; from one at least where `least` is 1. */
function bySystem(draw: Draw, row: () => SystemRow['row'], least = 0): SystemRow[] {
  const count = draw.pick([least, 1, 1, 2]);
  return systems.slice(0, count).map((system) => ({ system, row: row() }));
}
