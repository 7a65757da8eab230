/** Numbers that are one person's, how long records are kept, and what was removed. */
export const overTime = {
  'frame.overTime': 'Records over time',
  'overTime.merge': 'Two numbers, one person?',
  'overTime.merge.what':
    'Merging gives all records of one number to the other. Look first; nothing changes before a second person has confirmed it.',
  'overTime.merge.former': 'Number that ends',
  'overTime.merge.kept': 'Number that stays',
  'overTime.merge.look': 'Look what would happen',
  'overTime.merge.would': '{former} would become {kept}.',
  'overTime.merge.nothing': 'The number that ends has no records besides its row in the register.',
  'overTime.merge.noClash': 'none',
  'overTime.merge.clash':
    'Both numbers have records of the same identity that say different things. Correct or withdraw the wrong ones first; then look again.',
  'overTime.merge.then':
    'The score of the number that stays will be made of the records of both. Days before the merge still show two people.',
  'overTime.propose': 'Propose the merge',
  'overTime.proposed': 'Proposed. It waits under Proposals for a second person.',
  'overTime.merged': 'Merged so far',
  'overTime.merged.none': 'No numbers were merged.',
  'overTime.merged.one': '{former} was merged into it, {at}',
  'overTime.merged.split': 'told apart again, {at}',
  'overTime.split': 'Tell them apart again',
  'overTime.split.then':
    'Proposes to give back what the merge moved. What came in since then stays with the number that was kept.',
  'overTime.past': 'Past its time',
  'overTime.past.what':
    'The policy says for how many years each kind of record is kept. Each night what is older goes for good, with all versions; what an open follow-up, contest or case still needs stays.',
  'overTime.past.unset':
    'No time is set for any kind, so nothing is ever removed by age. Times are set in the policy:',
  'overTime.past.sentence':
    '{count, plural, =0 {Nothing is past its time today.} one {# record is past its time and goes with the next removal.} other {# records are past their time and go with the next removal.}}',
  'overTime.remove': 'Remove them now',
  'overTime.remove.sure': 'Really remove for good',
  'overTime.remove.then':
    '{count, plural, one {# record goes} other {# records go}} for good, with all versions. Nobody can bring them back, except from a backup made before. Scores of earlier days that needed them will say that they are incomplete.',
  'overTime.erase': 'Erase one person',
  'overTime.erase.what':
    'On a request that the law gives a right to: everything under all numbers of the person goes, published scores and statements too. It cannot be undone, and needs a second person.',
  'overTime.erase.stays':
    'What stays: the proposal with the number, the audit log, files that have left, and backups until they are removed. Tell those who send files, since a file that names the number brings it back.',
  'overTime.erase.staffNo': 'Staff number',
  'overTime.erase.sure': 'I have checked the request and who it is about.',
  'overTime.erase.propose': 'Propose the erasure',
  'overTime.removed': 'Removed so far',
  'overTime.removed.what': 'That something was removed stays on record; what it said does not.',
  'overTime.removed.none': 'Nothing was removed so far.',
  'overTime.removed.by': '{at}, by {who}',
  'overTime.removed.more': 'The latest {shown, number} of {count, number}.',
  'overTime.cause.retention': 'past its time',
  'overTime.cause.erasure': 'erasure of a person',
  'overTime.column.kind': 'Kind',
  'overTime.column.passes': 'Records that pass',
  'overTime.column.clashes': 'Say something else there',
  'overTime.column.years': 'Kept, years',
  'overTime.column.before': 'Dated before',
  'overTime.column.records': 'Records',
  'overTime.column.people': 'People',
  'overTime.column.needed': 'Still needed',
  'overTime.column.dates': 'Dated',
  'overTime.column.cause': 'Why',
  'overTime.column.removed': 'Removed',
} as const;
