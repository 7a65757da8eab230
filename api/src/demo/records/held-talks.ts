import { type Day, dateOf, dayOf, dayOfParts, refOf, sources, yearOf } from '@probity/analytics';
import type { Draw } from '../province/draw.js';
import type { Person } from '../province/people.js';
import type { DemoFile, Row } from '../province/rows.js';

/** How often a talk that the rules ask for was forgotten, so that some of each kind are still proposed. */
const forgotten = { basically: 0.008, failed: 0.12, checked: 0.2, overdue: 0.1 } as const;
/** What happened longer ago asks for no talk any more, as the policy is delivered. */
const WITHIN_DAYS = 365;
/** Policy's deadline where an office set none. */
const RECTIFY_DAYS = 90;

/** A record that asks for a talk of some kind from a day on. */
interface Cause {
  readonly kind: 'helping' | 'communication' | 'reminding';
  readonly source: string;
  readonly row: Row;
  readonly on: Day;
  readonly forgotten: number;
  readonly problem: string;
}

/** Talks that offices held with nearly everybody about whom a record of the last year asks for one. */
export function heldTalks(
  draw: Draw,
  people: readonly Person[],
  files: readonly DemoFile[],
  madeOn: Day,
): Row[] {
  const persons = new Map(people.map((person) => [person.staffNo, person]));
  const causes = [...debriefings(files), ...reports(files), ...overdue(files, madeOn)];
  return causes.flatMap((cause, at): Row[] => {
    const { kind, source, row, on, problem } = cause;
    const heldOn = Math.min(on + draw.whole(3, 30), madeOn);
    const isForgotten = draw.chance(cause.forgotten);
    const person = persons.get(row.staff_no ?? '');
    const serves = person && (person.leftOn === null || person.leftOn > heldOn);
    if (on > madeOn || on <= madeOn - WITHIN_DAYS || isForgotten || !serves) return [];
    return [
      {
        ref: `TJ-${yearOf(madeOn)}-${String(at + 1).padStart(5, '0')}`,
        staff_no: person.staffNo,
        kind,
        held_on: dateOf(heldOn) ?? '',
        because_of: refTo(source, row),
        problem,
        correct_by: '',
        corrected_on: '',
      },
    ];
  });
}

function refTo(key: string, row: Row): string {
  const source = sources.find((one) => one.key === key);
  return source ? refOf(source, row) : '';
}

const rowsOf = (files: readonly DemoFile[], wanted: string) =>
  files.flatMap(({ kind, rows }) => (kind === wanted ? rows : []));

function debriefings(files: readonly DemoFile[]): Cause[] {
  return rowsOf(files, 'debriefing-score').flatMap((row): Cause[] => {
    const base = { source: 'debriefing-score', row, on: dayOf(row.held_on ?? '') };
    if (row.grade === 'basically_competent') {
      const problem = '述职评议靠后，帮助查找原因';
      return [{ ...base, kind: 'helping', forgotten: forgotten.basically, problem }];
    }
    if (row.grade !== 'incompetent') return [];
    const problem = '述职评议不称职，就下一步安排谈话';
    return [{ ...base, kind: 'communication', forgotten: forgotten.failed, problem }];
  });
}

function reports(files: readonly DemoFile[]): Cause[] {
  return rowsOf(files, 'personal-matter-report')
    .filter(({ check_result: result }) => result === 'omitted' || result === 'concealed')
    .map((row) => ({
      ...{ kind: 'reminding' as const, source: 'personal-matter-report', row },
      ...{ on: dayOf(row.checked_on || row.due_on || ''), forgotten: forgotten.checked },
      problem: '个人有关事项填报不实，予以提醒',
    }));
}

/** The first rectification of each person that is overdue, counted as the demonstration's policy counts. */
function overdue(files: readonly DemoFile[], madeOn: Day): Cause[] {
  const since = dayOfParts(yearOf(madeOn) - 1, 1, 1) ?? madeOn;
  const dueOf = (row: Row) =>
    row.rectify_by ? dayOf(row.rectify_by) : dayOf(row.found_on ?? '') + RECTIFY_DAYS;
  const late = rowsOf(files, 'audit-finding')
    .filter((row) => Number(row.severity) > 0 && row.rectified_on === '')
    .filter((row) => dueOf(row) >= since && dueOf(row) < madeOn)
    .toSorted((a, b) => dueOf(a) - dueOf(b));
  const first = new Map(late.toReversed().map((row) => [row.staff_no, row]));
  return [...first.values()].map((row) => ({
    ...{ kind: 'reminding' as const, source: 'audit-finding', row },
    ...{ on: dueOf(row) + 1, forgotten: forgotten.overdue },
    problem: '整改推进不够有力',
  }));
}
