import { type Day, dateOf, dayOfParts, type FollowUpKind, yearOf } from '@probity/analytics';
import { talksSince } from '../records/talks.js';
import { reportingRanks } from './posts.js';

const withoutRecord: readonly FollowUpKind[] = [
  'hold-debriefing',
  'submit-report',
  'hold-audit',
  'train',
];
const fromRecords: readonly FollowUpKind[] = [
  'rectify-finding',
  'return-visit',
  're-rectify-finding',
  'submit-report',
  'verify-opinion',
  'decide-failed-debriefing',
  'correct-after-talk',
];

/**
 * What only an installation can say, as `changes` to the first version of the policy: `since` when
 * obligations without a record are asked for and those from records are counted (the year before
 * the one the province is made in; talks of the year itself), which ranks report every year, and that
 * two years of just passing a debriefing need a decision. `note` says so in both languages, since a version has one text.
 */
export function demoPolicyChanges(madeOn: Day) {
  const since = dateOf(dayOfParts(yearOf(madeOn) - 1, 1, 1) ?? madeOn) ?? '';
  const dates = (kinds: readonly FollowUpKind[]) =>
    Object.fromEntries(kinds.map((kind) => [kind, since]));
  const talked = { 'heart-to-heart': dateOf(talksSince(madeOn)) ?? '' };
  const changes = {
    sources: {
      'personal-matter-report': { followUps: { annualRanks: [...reportingRanks] } },
      'debriefing-score': { followUps: { basicallyCompetentYears: 2 } },
    },
    followUps: {
      expectedFrom: { ...dates(withoutRecord), ...talked },
      countFrom: dates(fromRecords),
    },
  };
  const note = `演示数据：自 ${since} 起要求并计算跟进事项 · Demonstration data: follow-ups are asked for and counted from ${since}`;
  return { note, changes };
}
