import type { ReachableServer } from '../server.js';
import { csvOf, importAll } from './importing.js';

/** The day that the plain people are looked at from. */
export const PLAIN_DAY = '2026-06-30';

const UNITS = ['UA', 'UB', 'UC', 'UD'];

/** The number of one of the plain people. */
export const plainNumber = (at: number): string => `N${String(at).padStart(4, '0')}`;

/** A finding about each of the first so many people. */
export const findingsOf = (count: number, audit: string, severity: number): string =>
  csvOf(
    'ref,staff_no,audit_no,phase,found_on,severity,rectify_by',
    ...Array.from(
      { length: count },
      (_, at) =>
        `${audit}-${at},${plainNumber(at)},${audit},in_term,2026-03-01,${severity},2026-05-31`,
    ),
  );

/** Imports so many people in four units, each with some records of several kinds, none of them by chance. */
export async function importPlainPeople(server: ReachableServer, count: number): Promise<void> {
  const each = (line: (staffNo: string, at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(plainNumber(at), at));
  await importAll(
    server,
    'units',
    csvOf(
      'unit_code,name,parent_code',
      'U,Province,',
      ...UNITS.map((unit) => `${unit},Bureau ${unit},U`),
    ),
  );
  await importAll(
    server,
    'cadres',
    csvOf(
      'staff_no,name,unit_code,post,head,appointed_on,left_on',
      ...each(
        (staffNo, at) =>
          `${staffNo},Person ${at},${UNITS[at % 4]},Clerk,${at % 9 === 0},2020-01-01,${at % 50 === 7 ? '2025-01-01' : ''}`,
      ),
    ),
  );
  await importAll(
    server,
    'inspection-opinion',
    csvOf(
      'ref,staff_no,given_on,respondent,circle,rating,channel',
      ...each((staffNo, at) =>
        ['peer', 'subordinate', 'work_object']
          .map(
            (by, nth) =>
              `O${at}-${nth},${staffNo},2026-0${1 + (at % 5)}-1${nth},${by},work,${(at % 5) - 2},signed`,
          )
          .join('\n'),
      ),
    ),
  );
  await importAll(
    server,
    'debriefing-score',
    csvOf(
      'staff_no,year,held_on,score,grade',
      ...each(
        (staffNo, at) =>
          `${staffNo},2025,2026-01-15,${60 + (at % 35)},${at % 3 ? 'competent' : 'basically_competent'}`,
      ),
    ),
  );
}
