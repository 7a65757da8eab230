import type { TestServer } from '../server.js';
import { csvOf, importAll } from './importing.js';

/** The day that the small province is looked at from. */
export const DAY = '2026-06-30';

/** Somebody whose number has 18 digits, as many offices have it. */
export const LONG_NUMBER = '110101199003072316';

/** A name with what a file of tab-separated rows would trip over. */
export const ODD_NAME = 'Qi\\N an\tLi\\';

const units = csvOf(
  'unit_code,name,parent_code',
  'P,Province,',
  'PA,Bureau A,P',
  'PA1,Division A1,PA',
  'PB,Bureau B,P',
);

const cadres = csvOf(
  'staff_no,name,unit_code,managed_by,post,head,appointed_on,left_on',
  'S001,Zhang,PA1,,Head,true,2020-01-01,',
  'S002,"=HYPERLINK(""x"")",PB,,Clerk,,2020-01-01,',
  `${LONG_NUMBER},Chang,PB,,Clerk,,2020-01-01,`,
  'S004,Li,PB,,Clerk,,2020-01-01,',
  'S005,Wang,PB,,Clerk,,2020-01-01,2026-01-01',
  'S006,Zhao,PB,,Clerk,,2020-01-01,',
  `S007,${ODD_NAME},PB,PA,Clerk,,2020-01-01,`,
);

const postings = csvOf(
  'staff_no,unit_code,post,head,from_on,to_on',
  'S004,PA,Deputy,false,2026-06-30,2026-07-01',
);

/** Findings: 13.8 points (30 days late), 6, 3, and 12 of somebody who has left. */
export const findings = csvOf(
  'ref,staff_no,audit_no,phase,found_on,severity,rectify_by',
  'AF-1,S001,AU-1,in_term,2026-03-01,4,2026-05-31',
  'AF-2,S002,AU-1,in_term,2026-06-01,3,2026-12-31',
  `AF-3,${LONG_NUMBER},AU-1,in_term,2026-06-01,2,2026-12-31`,
  'AF-5,S005,AU-1,in_term,2025-06-01,4,2026-12-31',
);

/** Imports four units, seven people (one has left, one has another unit for a day) and four findings. */
export async function importSmallProvince(server: TestServer): Promise<void> {
  await importAll(server, 'units', units);
  await importAll(server, 'cadres', cadres);
  await importAll(server, 'postings', postings);
  await importAll(server, 'audit-finding', findings);
}
