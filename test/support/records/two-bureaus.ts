import type { TestServer } from '../server.js';
import { csvOf, importAll } from './importing.js';

/** The unit that callers belong to, and one that they have nothing to do with. */
export const OWN = 'OWN';
export const FOREIGN = 'FOREIGN';

/** Somebody of the own unit, and what tells them. */
export const ours = { staffNo: 'OURS-1', name: 'Familiar Wang', mark: /OURS-1|Familiar Wang/ };
/** Somebody of the foreign unit, and whatever gives them away. */
export const theirs = {
  staffNo: 'THEIRS-1',
  name: 'Stranger Li',
  mark: /THEIRS|Stranger|CANARY/,
};
/** What the appointment cases of somebody are called. */
export const caseOf = (staffNo: string): string =>
  ({ [ours.staffNo]: 'OUR-CASE', [theirs.staffNo]: 'CANARY-CASE' })[staffNo] ?? 'MISSED-CASE';

/** Nobody: of the same length as theirs, so that answers about both can be compared. */
export const nobody = 'NOBODY-1';

const DAY = '2026-03-01';

/** A person of each of two bureaus with the same records, and a boss in ours whom the province manages. */
export async function importTwoBureaus(server: TestServer): Promise<void> {
  const people = [
    [ours.staffNo, 'OUR'],
    [theirs.staffNo, 'CANARY'],
    ['THEIRS-2', 'CANARY-BOSS'],
  ] as const;
  const files = {
    units: csvOf(
      'unit_code,name,parent_code',
      'TOP,Province,',
      `${OWN},Own bureau,TOP`,
      `${FOREIGN},CANARY bureau,TOP`,
    ),
    cadres: csvOf(
      'staff_no,name,unit_code,managed_by,post,head,appointed_on',
      `${ours.staffNo},${ours.name},${OWN},,Deputy,,2020-01-01`,
      `${theirs.staffNo},${theirs.name},${FOREIGN},,Deputy,,2020-01-01`,
      `THEIRS-2,Stranger Boss,${OWN},TOP,Head,true,2020-01-01`,
    ),
    'audit-finding': csvOf(
      'ref,staff_no,audit_no,phase,found_on,severity,rectify_by',
      ...people.map(([no, ref]) => `${ref}-AF,${no},${ref}-AU,in_term,${DAY},3,2026-05-01`),
    ),
    'inspection-opinion': csvOf(
      'ref,staff_no,given_on,rating,respondent,circle,channel',
      ...people.map(([no, ref]) => `${ref}-OP,${no},${DAY},-2,peer,work,interview`),
    ),
    'reminder-talk': csvOf(
      'ref,staff_no,kind,held_on,correct_by',
      ...people.map(([no, ref]) => `${ref}-RT,${no},admonition,${DAY},2026-05-01`),
    ),
    'appointment-case': csvOf(
      'case_no,staff_no,unit_code,post,rank,opened_on',
      ...people.map(([no, ref]) => `${ref}-CASE,${no},${OWN},${ref} post,division,${DAY}`),
    ),
  };
  for (const [kind, csv] of Object.entries(files)) await importAll(server, kind, csv);
}
