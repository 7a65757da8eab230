import { type Day, dayOfParts, yearOf } from '@probity/analytics';
import { appointments } from '../records/appointments.js';
import { auditFindings } from '../records/audits.js';
import { corrections, withdrawals } from '../records/corrections.js';
import { debriefings } from '../records/debriefings.js';
import { inspectionOpinions, letters } from '../records/opinions.js';
import { annualReports, changeReports } from '../records/reports.js';
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
  const places = units(draw, CADRES);
  const persons = people(draw, places, madeOn);
  const [unitFile, cadreFile, ...careers] = registers(draw, places, persons);
  const records = evidence(draw, places, persons, madeOn);
  const confirmed = file('outcomes', 'discipline-office', outcomes(draw, persons, madeOn));
  const { cases, quotas, sanctions, reviews } = appointments(persons, madeOn);
  const openings = [
    file('appointment-case', 'organisation-office', cases),
    file('unit-quotas', 'organisation-office', quotas),
    file('sanctions', 'discipline-office', sanctions),
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
    file('postings', REGISTER_SYSTEM, persons.flatMap(postingRows)),
  ];
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
