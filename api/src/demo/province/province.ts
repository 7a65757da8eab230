import { type Day, dayOfParts, yearOf } from '@probity/analytics';
import { appointments } from '../records/appointments.js';
import { auditFindings } from '../records/audits.js';
import { calendarRows } from '../records/calendar.js';
import { corrections, withdrawals } from '../records/corrections.js';
import { debriefings } from '../records/debriefings.js';
import { educationSessions } from '../records/education.js';
import { heldTalks } from '../records/held-talks.js';
import { inspectionOpinions, letters } from '../records/opinions.js';
import { annualReports, changeReports } from '../records/reports.js';
import { sanctionRows } from '../records/sanctions.js';
import { heartToHeartTalks, reminderTalks } from '../records/talks.js';
import { type ToldFindings, toldFindings } from '../records/told-findings.js';
import { Draw } from './draw.js';
import { outcomes } from './outcomes.js';
import { aliasRows, cadreRow, type Person, people, postingRows } from './people.js';
import type { DemoFile, Row } from './rows.js';
import { type Unit, units } from './units.js';

/** By this system the product knows that its people are made up. */
export const REGISTER_SYSTEM = 'demo';

const CADRES = 3_000;
const YEARS = 6;
const SEED = 20_260_701;

/**
 * The files of a province that does not exist, in steps: those of one step may be imported side by
 * side, after all of the step before. The same day always gives the same files; their records
 * reach back six years from it.
 */
export function province(madeOn: Day): DemoFile[][] {
  const draw = new Draw(SEED);
  // What came to the province later draws by itself, so that what was there stays as it is.
  const later = new Draw(SEED + 1);
  const places = units(draw, CADRES);
  const persons = people(draw, places, madeOn);
  const told = toldFindings(persons, madeOn);
  const [unitFile, cadreFile, ...careers] = registers(draw, places, persons, told);
  const records = evidence(draw, places, persons, madeOn);
  const confirmed = file('outcomes', 'discipline-office', outcomes(draw, persons, madeOn));
  const { cases, quotas, sanctions, reviews } = appointments(persons, blemishedBy(records), madeOn);
  const openings = [
    file('appointment-case', 'organisation-office', cases),
    file('unit-quotas', 'organisation-office', quotas),
    file('sanctions', 'discipline-office', [...sanctions, ...sanctionRows(later, persons, madeOn)]),
    file('audit-finding', 'audit-bureau', told.rows),
    ...attention(later, persons, records, madeOn),
    file(
      'reminder-talk',
      'organisation-office',
      heldTalks(new Draw(SEED + 2), persons, records, madeOn),
    ),
    file('calendar-days', REGISTER_SYSTEM, calendarRows()),
  ];
  const caseRecords = Object.entries(reviews).map(([kind, rows]) =>
    file(kind, 'appointments-office', rows),
  );
  return [
    [unitFile],
    [cadreFile],
    [...careers, ...records, confirmed, ...openings],
    caseRecords,
    corrections(draw, records),
    withdrawals(draw, records),
  ];
}

const file = (kind: string, system: string, rows: readonly Row[]): DemoFile => ({
  kind,
  system,
  rows,
});

function registers(
  draw: Draw,
  places: readonly Unit[],
  persons: readonly Person[],
  told: ToldFindings,
): [DemoFile, DemoFile, ...DemoFile[]] {
  const unitRows = places.map(({ code, name, parentCode }) => ({
    unit_code: code,
    name,
    parent_code: parentCode,
  }));
  return [
    file('units', REGISTER_SYSTEM, unitRows),
    file('cadres', REGISTER_SYSTEM, persons.map(cadreRow)),
    file(
      'cadre-aliases',
      REGISTER_SYSTEM,
      persons.flatMap((person) => aliasRows(draw, person)),
    ),
    file(
      'postings',
      REGISTER_SYSTEM,
      persons.flatMap((person) => postingRows(person, told.postCodeOf)),
    ),
  ];
}

/** What offices did to keep people on the way: sessions and talks, some about what others had found. */
function attention(
  draw: Draw,
  persons: readonly Person[],
  records: readonly DemoFile[],
  madeOn: Day,
): DemoFile[] {
  const findings = records.find(({ kind }) => kind === 'audit-finding')?.rows ?? [];
  const causes = new Map(
    findings
      .filter(({ severity }) => Number(severity) > 0)
      .map(({ staff_no: staffNo, ref }) => [staffNo ?? '', ref ?? '']),
  );
  return [
    file('reminder-talk', 'discipline-office', reminderTalks(draw, persons, causes, madeOn)),
    file('education-session', 'party-school', educationSessions(draw, persons, madeOn)),
    file('heart-to-heart-talk', 'organisation-office', heartToHeartTalks(draw, persons, madeOn)),
  ];
}

/** Of whom some record says what would stand in the way of an appointment. */
function blemishedBy(records: readonly DemoFile[]): Set<string> {
  const bad: Readonly<Record<string, (row: Row) => boolean>> = {
    'debriefing-score': ({ grade }) => grade === 'incompetent' || grade === 'basically_competent',
    'audit-finding': ({ severity }) => Number(severity) >= 3,
    'personal-matter-report': ({ submitted_on: submitted, check_result: result }) =>
      submitted === '' || result === 'omitted' || result === 'concealed',
  };
  return new Set(
    records.flatMap(({ kind, rows }) =>
      rows.filter((row) => bad[kind]?.(row)).map(({ staff_no: staffNo }) => staffNo ?? ''),
    ),
  );
}

function evidence(
  draw: Draw,
  places: readonly Unit[],
  persons: readonly Person[],
  madeOn: Day,
): DemoFile[] {
  const firstYear = yearOf(madeOn) - YEARS;
  const since = dayOfParts(firstYear, 12, 1) ?? madeOn;
  return [
    file(
      'inspection-opinion',
      'organisation-office',
      inspectionOpinions(draw, places, persons, since, madeOn),
    ),
    file('inspection-opinion', 'petitions-office', letters(draw, persons, since, madeOn)),
    file('debriefing-score', 'organisation-office', debriefings(draw, persons, firstYear, madeOn)),
    file('audit-finding', 'audit-office', auditFindings(draw, persons, since, madeOn)),
    file('personal-matter-report', 'personal-matters-office', [
      ...annualReports(draw, persons, firstYear, madeOn),
      ...changeReports(draw, persons, firstYear, madeOn),
    ]),
  ];
}
