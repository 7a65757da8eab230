import type { TestServer } from '../server.js';
import { csvOf, importAll } from './importing.js';

/** Imports lines of CSV, the header first; throws unless it was committed with every row accepted. */
export const importLines = (
  server: TestServer,
  kind: string,
  lines: readonly string[],
  query = '',
) => importAll(server, kind, csvOf(...lines), query);

/**
 * Imports a province of three units and five people whose scores as of 2024-03-01 are worked out by
 * hand from the rules:
 *
 * | person | opinions | debriefing | audit | reports | total  | coverage | band         |
 * | ------ | -------- | ---------- | ----- | ------- | ------ | -------- | ------------ |
 * | S001   | 3.333    | 13         | 12    | 1.5     | 29.833 | 3 of 4   | elevated     |
 * | S002   | 0        | 0          | 0     | 0       | 0      | 0 of 3   | insufficient |
 * | S003   | 0        | 0          | 12    | 0       | 12     | 0 of 3   | watch        |
 * | S004   | 0        | 0          | 12    | 0       | left   |          |              |
 * | S005   | 0        | 0          | 12    | 0       | 12     | 0 of 3   | watch        |
 *
 * S005 has no unit but a posting: to the bureau until 2023, to the county since.
 */
export async function importWorkedProvince(server: TestServer): Promise<void> {
  await importLines(server, 'units', [
    'unit_code,name,parent_code',
    'P,Province 省,',
    'F,Finance bureau 财政局,P',
    'C,County 县,F',
  ]);
  await importLines(server, 'cadres', [
    'staff_no,name,unit_code,managed_by,post,rank,head,appointed_on,birth_year,left_on',
    'S001,王建国,F,,Director,county,true,2015-01-01,1970,',
    'S002,Li Na,F,P,Deputy,section,false,2016-01-01,1980,',
    'S003,Zhao_Lei,P,,Clerk,section,false,,,',
    'S004,Sun Left,F,,Clerk,section,false,2010-01-01,1960,2020-01-01',
    'S005,周平,,,,,,,,',
  ]);
  await importLines(server, 'cadre-aliases', [
    'staff_no,system,identifier',
    'S002,audit-office,110101199003072316',
  ]);
  await importLines(server, 'postings', [
    'staff_no,unit_code,post,rank,head,from_on,to_on',
    'S005,F,Accountant,section,false,2018-01-01,2023-01-01',
    'S005,C,Chief accountant,section,false,2023-01-01,',
  ]);
  await importLines(server, 'inspection-opinion', [
    'ref,staff_no,given_on,respondent,circle,rating,channel',
    'OP-1,S001,2024-03-01,peer,work,-2,interview',
  ]);
  await importLines(server, 'debriefing-score', [
    'staff_no,year,held_on,score,grade',
    'S001,2023,2024-02-20,60,incompetent',
  ]);
  await importLines(server, 'audit-finding', [
    'ref,staff_no,audit_no,phase,found_on,severity,amount',
    'AF-1,S001,A1,end_of_term,2024-01-10,4,123456789012.34',
    'AF-3,S003,A1,end_of_term,2024-01-10,4,',
    'AF-4,S004,A1,end_of_term,2019-12-01,4,',
    'AF-5,S005,A1,end_of_term,2024-01-10,4,',
  ]);
  await importLines(server, 'personal-matter-report', [
    'staff_no,period,kind,due_on,submitted_on',
    'S001,2023,annual,2024-01-31,2024-03-01',
  ]);
}
