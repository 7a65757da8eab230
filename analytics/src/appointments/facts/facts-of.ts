import { emptyCell } from '../../fields/columns.js';
import type { Day } from '../../fields/day.js';
import type { WorkingCalendar } from '../../fields/working-days.js';
import { registers } from '../../registers/index.js';
import type { RecordKind } from '../../registers/record-kind.js';
import { sources } from '../../sources/index.js';
import { type Cell, type Cells, cellWriter } from '../../table/cell.js';
import { recordRef } from '../../table/table-builder.js';
import type { Facts } from './facts.js';

/** The kinds of record that the gate looks at. Case records and opinions are those of the case, all others the candidate's. */
export const gateKinds = [
  'headcount-review',
  'file-review',
  'joint-review-reply',
  'inspection-notice',
  'inspection-opinion',
  'debriefing-score',
  'audit-finding',
  'personal-matter-report',
  'reminder-talk',
  'sanctions',
] as const;

export type GateKind = (typeof gateKinds)[number];

/** Records as tables have them, by kind: dates as `YYYY-MM-DD` or days, `staff_no` beside the fields. A kind without records may be left out. */
export type RecordsByKind = Readonly<Partial<Record<GateKind, readonly Cells[]>>>;

/** Reads one record's cells, typed by its fields. */
class Reader {
  constructor(
    private readonly kind: RecordKind,
    private readonly cells: Cells,
  ) {}

  get ref(): string {
    return recordRef(this.kind, this.cells);
  }

  day(name: string): Day {
    return this.number(name);
  }

  number(name: string): number {
    const { cell, field } = this.at(name);
    const given = cell == null || cell === '' ? field.fallback : cell;
    return given === undefined ? emptyCell(field) : cellWriter(field)(given);
  }

  is(name: string): boolean {
    return this.number(name) === 1;
  }

  text(name: string): string {
    return this.textOrNull(name) ?? '';
  }

  textOrNull(name: string): string | null {
    const { cell } = this.at(name);
    return cell == null || cell === '' ? null : String(cell);
  }

  private at(name: string) {
    const field = this.kind.fields[name];
    if (!field) throw new RangeError(`${this.kind.key}: no field ${name}`);
    return { cell: this.cells[name] as Cell, field };
  }
}

const kindOf = (key: GateKind): RecordKind =>
  [...registers, ...sources].find((kind) => kind.key === key) as RecordKind;

/** The facts of a case and its candidate. Throws a RangeError for a value that its field cannot have. */
export function factsOf(records: RecordsByKind, calendar?: WorkingCalendar): Facts {
  const each = <T>(key: GateKind, fact: (read: Reader) => T): T[] => {
    const kind = kindOf(key);
    return (records[key] ?? []).map((cells) => fact(new Reader(kind, cells)));
  };
  return {
    ...(calendar && { calendar }),
    headcountReviews: each('headcount-review', (read) => ({
      ref: read.ref,
      reviewedOn: read.day('reviewed_on'),
      establishedPosts: read.number('established_posts'),
      filledPosts: read.number('filled_posts'),
      leavingPosts: read.number('leaving_posts'),
      plannedPosts: read.number('planned_posts'),
      improperTreatment: read.is('improper_treatment'),
    })),
    fileReviews: each('file-review', (read) => ({
      ref: read.ref,
      item: read.text('item'),
      result: read.text('result'),
      reviewedOn: read.day('reviewed_on'),
      resolvedOn: read.day('resolved_on'),
    })),
    replies: each('joint-review-reply', (read) => ({
      ref: read.ref,
      department: read.text('department'),
      requestedOn: read.day('requested_on'),
      repliedOn: read.day('replied_on'),
      opinion: read.textOrNull('opinion'),
    })),
    notices: each('inspection-notice', (read) => ({
      ref: read.ref,
      postedOn: read.day('posted_on'),
      endsOn: read.day('ends_on'),
      objectionCount: read.number('objection_count'),
      objectionsSettledOn: read.day('objections_settled_on'),
    })),
    opinions: each('inspection-opinion', (read) => ({
      ref: read.ref,
      givenOn: read.day('given_on'),
      respondent: read.text('respondent'),
      circle: read.text('circle'),
    })),
    debriefings: each('debriefing-score', (read) => ({
      ref: read.ref,
      year: read.number('year'),
      heldOn: read.day('held_on'),
      grade: read.text('grade'),
    })),
    findings: each('audit-finding', (read) => ({
      ref: read.ref,
      foundOn: read.day('found_on'),
      severity: read.number('severity'),
      rectifiedOn: read.day('rectified_on'),
      returnVisitedOn: read.day('return_visited_on'),
      returnVisitResult: read.textOrNull('return_visit_result'),
      reRectifiedOn: read.day('re_rectified_on'),
    })),
    reports: each('personal-matter-report', (read) => ({
      ref: read.ref,
      dueOn: read.day('due_on'),
      submittedOn: read.day('submitted_on'),
      checkResult: read.textOrNull('check_result'),
      checkedOn: read.day('checked_on'),
    })),
    talks: each('reminder-talk', (read) => ({
      ref: read.ref,
      kind: read.text('kind'),
      heldOn: read.day('held_on'),
    })),
    sanctions: each('sanctions', (read) => ({
      ref: read.ref,
      decidedOn: read.day('decided_on'),
      effectUntil: read.day('effect_until'),
    })),
  };
}
