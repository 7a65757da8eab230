import {
  type Day,
  dateOf,
  dayOfParts,
  defaultPolicy,
  type Policy,
  parsePolicy,
  yearOf,
} from '@probity/analytics';
import { reportingRanks } from './posts.js';

/**
 * The first version of the rules, with what only an installation can say: from when obligations
 * without a record are asked for, from when the record-based ones are counted, and which ranks
 * report every year.
 */
export function demoPolicy(madeOn: Day): Policy {
  const startOf = (year: number) => dateOf(dayOfParts(year, 1, 1) ?? madeOn) ?? '';
  const expected = startOf(yearOf(madeOn) - 1);
  const counted = startOf(yearOf(madeOn) - 1);
  return parsePolicy({
    ...defaultPolicy,
    sources: {
      ...defaultPolicy.sources,
      'personal-matter-report': {
        ...defaultPolicy.sources['personal-matter-report'],
        followUps: { annualRanks: [...reportingRanks] },
      },
    },
    followUps: {
      ...defaultPolicy.followUps,
      expectedFrom: {
        'hold-debriefing': expected,
        'submit-report': expected,
        'hold-audit': expected,
      },
      countFrom: Object.fromEntries(
        [
          'rectify-finding',
          'return-visit',
          're-rectify-finding',
          'submit-report',
          'verify-opinion',
          'decide-failed-debriefing',
        ].map((kind) => [kind, counted]),
      ),
    },
  });
}
