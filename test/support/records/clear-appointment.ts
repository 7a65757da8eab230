import type { TestServer } from '../server.js';
import { bureauUnits } from './bureau-units.js';
import { csvOf, importAll } from './importing.js';

/** The day that the gate is asked about. */
export const ASKED = '2026-06-30';

const items = ['age', 'work_start', 'party_entry', 'education', 'experience', 'identity'];
const departments = [
  'discipline_inspection',
  'family_planning',
  'petitions',
  'audit',
  'organisation',
  'public_security',
];
const heard = [
  ['leading_group', 'work'],
  ['peer', 'life'],
  ['subordinate', 'social'],
  ['work_object', 'unknown'],
  ['service_object', 'work'],
];

/** A candidate and a case about them. */
export interface Candidacy {
  readonly caseNo: string;
  readonly staffNo: string;
}

/** A province of two bureaus, a post in each of which has a quota, and three people. */
export async function importBureaus(server: TestServer): Promise<void> {
  const files = {
    units: csvOf(...bureauUnits),
    'unit-quotas': csvOf('unit_code,rank,established_posts', 'PA,division,3', 'PB,division,1'),
    cadres: csvOf(
      'staff_no,name,unit_code,post,rank,appointed_on,left_on',
      'S1,Clear Chen,PA,Deputy,section,2015-01-01,',
      'S2,Blocked Bai,PA,Deputy,section,2015-01-01,',
      'S3,Foreign Fu,PB,Head,division,2015-01-01,',
      'S4,Left Luo,PA,Deputy,section,2015-01-01,2026-02-01',
    ),
  };
  for (const [kind, csv] of Object.entries(files)) await importAll(server, kind, csv);
}

/** A line of the register of cases: of a division post in bureau A, opened on 2026-04-01. */
export const caseLine = ({ caseNo, staffNo }: Candidacy, decided = ',') =>
  `${caseNo},promotion,${staffNo},PA,Head of division,${caseNo}-POST,division,2026-04-01,${decided}`;

/** The header of `caseLine`. */
export const caseHeader =
  'case_no,kind,staff_no,unit_code,post,post_code,rank,opened_on,decided_on,decision';

/** The case itself, without anything that it needs. */
export const importCase = (server: TestServer, about: Candidacy, decided?: string) =>
  importAll(server, 'appointment-case', csvOf(caseHeader, caseLine(about, decided)));

/** Everything that the appointment needs by `ASKED`, with nothing against it. */
export async function importClearRecords(
  server: TestServer,
  { caseNo, staffNo }: Candidacy,
): Promise<void> {
  const files = {
    'headcount-review': csvOf(
      'case_no,reviewed_on,established_posts,filled_posts,leaving_posts,planned_posts,improper_treatment',
      `${caseNo},2026-04-10,3,3,1,1,false`,
    ),
    'file-review': csvOf(
      'case_no,item,result,reviewed_on',
      ...items.map((item) => `${caseNo},${item},clear,2026-04-20`),
    ),
    'joint-review-reply': csvOf(
      'case_no,department,requested_on,due_on,replied_on,opinion',
      ...departments.map((one) => `${caseNo},${one},2026-04-20,2026-05-10,2026-05-01,no_objection`),
    ),
    'inspection-notice': csvOf(
      'case_no,kind,posted_on,ends_on,objection_count',
      `${caseNo},inspection,2026-05-10,2026-05-20,0`,
    ),
    'inspection-opinion': csvOf(
      'ref,staff_no,given_on,respondent,circle,rating,case_no',
      ...heard.map(
        ([group, circle], at) =>
          `${caseNo}-O${at},${staffNo},2026-05-15,${group},${circle},1,${caseNo}`,
      ),
    ),
    'debriefing-score': csvOf(
      'staff_no,year,held_on,score,grade',
      `${staffNo},2025,2026-01-20,88,competent`,
    ),
    'personal-matter-report': csvOf(
      'ref,staff_no,period,kind,due_on,submitted_on,check_result,checked_on',
      `${caseNo}-PM,${staffNo},2025,annual,2026-01-31,2026-01-20,consistent,2026-03-10`,
    ),
  };
  for (const [kind, csv] of Object.entries(files)) await importAll(server, kind, csv);
}
